/** Reads sentences that say whose the data just spoken of are: "Owned by …", "the owner is …", "The panel is produced by …". */
import { mentionsOf } from '../mention.js';
import { rowAt } from '../owners.js';
import type { Rule, Scene } from '../scene.js';

const opening =
  /^(?:(?:data\s)?(?:owner|producer|publisher|provider|custodian|responsible(?: agency| body| organi[sz]ation)?|maintained by|owned by|published by|produced by|compiled by|conducted by|managed by|collected by|run by|hosted by|source|compiler)s?(?::|\sis|\sare)?)\s(?:the\s)?$/i;
const passive =
  /^(?:the|this|it|they|these|its)\b[^.;]{0,60}?\s(?:is|are|was|were|has been|have been)\s(?:\p{Ll}+\s){0,2}?(?:owned|produced|maintained|conducted|compiled|managed|run|operated|carried out|collected|published|administered|curated|hosted)\s(?:\p{Ll}+\s){0,2}?by\s(?:the\s)?$/iu;
const belongs = /\b(?:the owner is|belongs? to|is the property of|is (?:in )?the responsibility of)\s(?:the\s)?$/i;

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
    const at = all.findIndex((mention) => {
      const before = text.slice(Math.max(0, mention.start - 160), mention.start);
      return opening.test(before) || passive.test(before) || belongs.test(before);
    });
    if (at === -1) return false;
    subject.ownership = { organisations: rowAt(text, all, at), attribution: 'stated', clues: [scene.passage] };
    return false;
  },
};
