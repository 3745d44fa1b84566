/** Reads sentences that say whose the data just spoken of are: "Owned by …", "the owner is …", "It is updated each year by …". */

import { findKeepers } from '../keepers.js';
import type { Subject } from '../ledger.js';
import { mentionsOf } from '../mention.js';
import type { Organisation } from '../organisations.js';
import { rowAt } from '../owner-site.js';
import { findPartners } from '../partners.js';
import type { Rule, Scene } from '../scene.js';

const labelled =
  /^(?:(?:data\s)?(?:owner|producer|publisher|provider|custodian|responsible(?: agency| body| organi[sz]ation)?|maintained by|owned by|published by|produced by|compiled by|conducted by|managed by|collected by|run by|hosted by|source|compiler)s?(?::|\sis|\sare)?)\s(?:the\s)?$/i;
/** "It", "These data", "The register": the sentence goes on about what was named before. */
const goesOn =
  /^(?:(?:it|they|both|all|this|these|those)\b|(?:the|this|these|its)\s(?:[\p{L}-]+\s){0,2}?(?:data|database|dataset|data set|survey|surveys|statistics|figures|register|registry|census|series|panel|collection|file|files|archive|study|records|tables?|inventory|portal|module|index|project|programme)\b)/iu;

export const readOwnership: Rule = {
  name: 'ownership',
  apply(scene: Scene) {
    const { subject } = scene.topic;
    if (
      subject === undefined ||
      subject.type !== 'Dataset' ||
      scene.block.kind === 'row' ||
      scene.block.kind === 'heading'
    )
      return false;
    const here = scene.topic.block === scene.blockIndex || subject.passages.includes(scene.passage);
    if (!here) return false;
    const { text, mentions } = scene.reading;
    const all = mentionsOf(mentions, 'organisation');
    const at = all.findIndex((mention) => labelled.test(text.slice(0, mention.start)));
    const owners =
      at === -1 && !subject.passages.includes(scene.passage)
        ? findKeepers({ text, start: 0, end: 0, all }, goesOn.test(text))
        : at === -1
          ? undefined
          : rowAt(text, all, at);
    if (owners !== undefined)
      subject.ownership = { organisations: owners, attribution: 'stated', clues: [scene.passage] };
    else if (/^With\s/.test(text)) addPartners(scene, subject, findPartners({ text, all }));
    return false;
  },
};

/** "With the University of …": a sentence of its own that names who else owns it. */
function addPartners({ passage }: Scene, subject: Subject, partners: readonly Organisation[]): void {
  const { organisations, clues } = subject.ownership;
  if (partners.length > 0)
    subject.ownership = {
      organisations: [...new Set([...organisations, ...partners])],
      attribution: 'stated',
      clues: [...clues, passage],
    };
}
