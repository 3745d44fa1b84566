/** Recognises two bodies by the words that mean both or one of them: "the two banks", "both institutes", "the latter keeps …". */
import { findAll } from '../../notes/find-all.js';
import type { Mention } from '../mention.js';
import type { Directory } from '../organisations.js';

type Found = Mention<'organisation'>;

/** What any body may be called, and what only those are that bear the noun. */
const nouns =
  'institutions|bodies|agencies|organi[sz]ations|partners|custodians|producers|publishers|teams|offices|institutes|ministries|departments|universities|banks|centres|centers|commissions|councils|archives';

/** "The former keeps …", "the latter's register": one of two; as an adjective, "the former Board", it points at nobody. */
const oneOf =
  /\b[Tt]he (former|latter)(?=(?:'s)?\s(?:\p{Ll}+\s){0,2}?(?:is|was|has|had|have|does|did|will|\p{Ll}{2,}(?:s|ed|ept|eld|an))\s|'s\s)/gu;
/** "the two banks issued", "by both institutes"; "both institutes of the Board" are told by what follows. */
const together = new RegExp(
  String.raw`\b(?:[Tt]he(?:se)? two|[Bb]oth(?: the)?) (${nouns})\b(?!\s(?:of|for|in|from|at|that|which|who|whose)\b)`,
  'gu',
);
/** "Two institutions hold the data.": the next two that are named. */
const introduced = new RegExp(String.raw`^(?:[^.;:]{0,40}\s)?(?<!\b(?:the|these) )[Tt]wo (${nouns})\s\p{Ll}`, 'u');
/** "0.e Custodians: A; B": so it is in a form. */
const labelled = /^(?:\S{1,5}[\s|]+)?(custodian|producer|publisher|partner)(?:s|\sagencies)[\s:|]+(?=\p{Lu})/iu;

export function findPair(text: string, directory: Directory): Found[] {
  const label = labelled.exec(text)?.[1];
  const announced = label === undefined ? introduced.exec(text)?.[1] : `${label.toLowerCase()}s`;
  if (announced !== undefined) directory.announce(announced);
  return [...findOne(text, directory), ...findBoth(text, directory)];
}

function findOne(text: string, directory: Directory): Found[] {
  if (!/he (?:former|latter)\b/.test(text)) return [];
  const pair = directory.pair();
  if (pair === undefined) return [];
  return findAll(text, oneOf).map((match) => ({
    kind: 'organisation',
    start: match.index,
    end: match.index + match[0].length,
    value: pair[match[1] === 'former' ? 0 : 1],
    foundBy: 'back-reference',
  }));
}

function findBoth(text: string, directory: Directory): Found[] {
  if (!/two |oth /.test(text)) return [];
  return findAll(text, together).flatMap((match) => {
    const [value, also] = directory.pair(match[1]) ?? [];
    if (value === undefined || also === undefined) return [];
    return [
      {
        kind: 'organisation',
        start: match.index,
        end: match.index + match[0].length,
        value,
        also,
        foundBy: 'back-reference',
      },
    ];
  });
}
