/** Reads addresses: whose they are, the agency's or the dataset's. */
import { say } from '../ledger.js';
import { labelledSubject } from '../organisation-subjects.js';
import { contextOwnership } from '../owners.js';
import type { Rule } from '../scene.js';

const name = 'contacts';

export const readContacts: Rule = {
  name,
  apply(scene) {
    const { mentions, text } = scene.reading;
    for (const mention of mentions) {
      if (mention.kind !== 'link' && mention.kind !== 'email') continue;
      const { topic } = scene;
      const ofData =
        topic.subject !== undefined && topic.block === scene.blockIndex && topic.subject.type === 'Dataset';
      const owner = contextOwnership(scene).organisations[0];
      const subject = ofData
        ? topic.subject
        : owner === undefined
          ? undefined
          : labelledSubject(scene.ledger, owner, scene.passage);
      if (subject === undefined) continue;
      // "accessed on", "source:" in a footnote: where a reference was found, nobody's home page.
      if (scene.block.kind === 'footnote' && /\b(?:accessed|retrieved|source)\b/i.test(text)) continue;
      say(subject, mention.kind === 'link' ? 'landingPage' : 'email', mention.value, scene.passage, name);
    }
    return false;
  },
};
