/** Finds whose the thing is that a sentence goes on about without naming it: "It belongs to …", "SPC runs it". */
import type { Organisation } from './organisations.js';
import { ownersAt, type Relation, type Site } from './owner-site.js';
import { agent, belonging, dependent, doesIt, justBefore } from './relations.js';

/** "The Institute is responsible for | the survey", "SPC runs it": the subject keeps what the text spoke of. */
const backward: Relation = (site) => {
  const { text, all } = site;
  const at = all.findIndex(
    (mention) =>
      mention.start <= 40 &&
      !dependent.test(justBefore(text, mention.start)) &&
      /^(?:\s\([^()]{1,30}\))?\s(?:\p{Ll}+\s){1,4}(?:it|them|(?:the|this|these)\s(?:data|database|survey|register|panel|study|file|collection|series))\b/u.test(
        text.slice(mention.end, mention.end + 90),
      ) &&
      doesIt(text.slice(mention.end, mention.end + 50)),
  );
  return at === -1 ? undefined : ownersAt(site, at);
};

/** Whose what a sentence goes on about is: "It is updated every year by …", "It belongs to …", "SPC runs it". */
export const findKeepers = (site: Site, goesOn: boolean): Organisation[] | undefined =>
  (goesOn ? (belonging(site) ?? agent(site)) : backward(site)) ?? ownerIs(site);

/** "…; the owner is the Observatory": whatever else the sentence says. */
const ownerIs: Relation = (site) => {
  const { text, all } = site;
  const at = all.findIndex((mention) =>
    /\b(?:owners? (?:is|are)|(?:is|are|was|remains?) the property of|belongs? to)\s(?:the\s)?$/.test(
      text.slice(Math.max(0, mention.start - 40), mention.start),
    ),
  );
  return at === -1 ? undefined : ownersAt(site, at);
};
