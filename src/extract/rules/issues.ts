/** Links data with the document that issues them: "published under the title …", "the latest version in …". */
import { isStated, type Subject, say, told } from '../ledger.js';
import type { Rule } from '../scene.js';

const name = 'issued-as';
const issuing =
  /\b(?:published|issued|released|disseminated|available|appears?|presented|made available)\s(?:\p{L}+\s){0,3}(?:under the title|as|in|through|entitled|under)\b[^.;]{0,40}$|\b(?:latest|most recent|current|last)\s(?:version|edition|revision|update|results?|issue)\s(?:is\s|are\s)?(?:\p{L}+\s)?(?:in|as|entitled)?\s?["“*]?$|\bbased (?:up)?on the analysis of (?:this|these|the) data\b[^;]{0,120}$/iu;

/** "its results were published in the report |". */
const itsResults =
  /\b(?:its|their|the)\s(?:\p{Ll}+\s)?(?:results|findings)\s(?:(?:were|are|have been)\s)?(?:\p{Ll}+\s){0,2}(?:published|issued|released|presented|available|appeared)\b/u;

/** Whoever held a survey publishes what came of it, where nobody else is said to. */
function passOnOwner(document: Subject, data: Subject): void {
  if (document.type === 'Publication' && !isStated(document.ownership) && data.ownership.organisations.length > 0)
    document.ownership = data.ownership;
}

export const readIssues: Rule = {
  name,
  apply(scene) {
    const { subject } = scene.topic;
    if (subject?.type !== 'Dataset') return false;
    const { text, mentions } = scene.reading;
    for (const mention of mentions) {
      if (mention.kind !== 'title' && mention.kind !== 'name') continue;
      const document = scene.ledger.recall(['Publication', 'Series'], mention.value.text);
      if (
        document === undefined ||
        !document.passages.includes(scene.passage) ||
        told(subject, 'issuedAs') === document
      )
        continue;
      const before = text.slice(Math.max(0, mention.start - 160), mention.start);
      if (!issuing.test(before)) continue;
      say(subject, 'issuedAs', document, scene.passage, name);
      if (itsResults.test(before)) passOnOwner(document, subject);
    }
    return false;
  },
};
