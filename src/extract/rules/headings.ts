/** Reads headings that are names themselves: of a dataset, or of an agency with its acronym. */
import type { Rule } from '../scene.js';
import { describing } from './fields.js';

/** A heading that names no organisation stands above what follows; a new one that does ends it. */
export const readHeadings: Rule = {
  name: 'headings',
  apply(scene) {
    if (scene.block.kind !== 'heading') return false;
    const { topic, heading } = scene;
    if (heading !== undefined && describing.test(heading.text) && topic.subject?.type === 'Dataset')
      topic.sheet = topic.subject;
    const named = topic.subject !== undefined && topic.block === scene.blockIndex;
    if (!named) topic.subject = undefined;
    if (!(topic.series?.passages.includes(scene.passage) ?? false)) topic.series = undefined;
    topic.publication = undefined;
    topic.record = undefined;
    return false;
  },
};
