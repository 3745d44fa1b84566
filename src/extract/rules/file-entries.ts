/** Reads what a file or folder of a package holds, where the words behind its name only say it: "04_permits.csv (156 rows): Permits granted to seamen, by month". */
import { dataHead } from '../data-phrases/data-nouns.js';
import type { Ownership } from '../ledger.js';
import { mentionsOf } from '../mention.js';
import { findOwnership } from '../owners.js';
import type { Scene } from '../scene.js';
import { headType } from './classify.js';
import { isTitle } from './data-entries.js';
import { nameThing } from './things.js';

const rule = 'file-entry';
/** A file of data, a numbered folder or one set as code; what else lies in a package documents it. */
const fileName =
  /^[*_`'"]{0,3}(?:\/?[\w/-]{1,60}\.(?:csv|tsv|dta|sav|tab|xlsx?|ods|zip|parquet|rds|rdata|json|dat|sas7bdat|por)|\/\d{1,3}[_-][\w-]{1,40}\/?|(?<=^[`'])(?:[\w-]{1,40}\/){1,4}(?=[`']))[*_`'"]{0,3}(?:\s{1,4}\([^()]{2,30}\))?\s{0,3}(?:[:–—-]|--)?\s+/i;
/** "`crews` – Crew cards …": the code of a part of the package. */
const code = /^[`'][a-z][\w.-]{1,40}[`']\s?(?:[:–—-]|--)\s+(?=\p{Lu})/u;
/** What it holds, up to what sets it off. */
const held =
  /^(?<label>["“]?[\p{L}][\p{L}’'-]*(?:\s[\p{L}\d’'/-]+){1,11}?)["”]?(?=,\s|;\s?|\s\(|:\s|\.(?:\s|$)|\s[–—]\s|\s(?:issued|compiled|kept|held|collected|recorded|published|granted|produced|made)\sby\s|\sby\s(?:the\s|an?\s)?\p{Lu}|$)/u;
const finite = /\b(?:is|are|was|were|has|have|had|will|can|may|must|holds?|contains?|see|use|read|ask|run|do)\b/i;
/** What is counted or priced, whatever the noun: "monthly market prices". */
const series = /^(?:monthly|quarterly|annual|yearly|weekly|daily)\s/i;

/** "Returnees interviewed at the airport", "Population by nationality": people counted, or a breakdown. */
const told =
  /^\p{Lu}\p{Ll}+s\s(?:interviewed|surveyed|registered|counted|recorded)\b|^\p{Lu}\p{Ll}+(?:\s\p{Ll}+){0,2}\sby\s(?:sex|age|nationality|citizenship|country|origin|destination|occupation|province|municipality|month|year)\b/u;

/** Whether the words may be what data are called: a title, or something that one counts or keeps. */
function canBeData(label: string): boolean {
  if (finite.test(label)) return false;
  const type = headType(label);
  if (type !== undefined && type !== 'Dataset') return false;
  const words = label.toLowerCase().split(/\s+/);
  const counted = words.some((word, n) => {
    const kind = dataHead(word, words[n - 1] ?? '')?.kind;
    return kind !== undefined && kind !== 'project';
  });
  return (
    counted ||
    series.test(label) ||
    told.test(label) ||
    isTitle(label) ||
    /^(?:events|persons|people|cases)\s/i.test(label)
  );
}

/** "Bank of Quays, | quarterly receipts by port": who stands in front owns it. */
function leadingOwner(
  { reading: { text, mentions } }: Scene,
  from: number,
): { ownership: Ownership; at: number } | undefined {
  // "Chad's | Quay Authority".
  const country = /^\p{Lu}[\p{L}\s-]{2,30}['’]s\s/u.exec(text.slice(from, from + 40))?.[0].length ?? 0;
  const first = mentionsOf(mentions, 'organisation').find(({ start }) => start === from || start === from + country);
  const gap = first === undefined ? null : /^[,:.]\s/.exec(text.slice(first.end, first.end + 3));
  return first === undefined || gap === null
    ? undefined
    : {
        ownership: { organisations: [first.value], attribution: 'stated', clues: [] },
        at: first.end + gap[0].length,
      };
}

/** Names what the file holds, unless a name or title does; tells whether it did. */
export function readFileEntry(scene: Scene): boolean {
  const { text, mentions } = scene.reading;
  const file = fileName.exec(text.slice(0, 120)) ?? code.exec(text.slice(0, 60));
  if (file === null || (file.index !== 0 && !scene.opens)) return false;
  const owner = leadingOwner(scene, file[0].length);
  const from = owner?.at ?? file[0].length;
  const label = held.exec(text.slice(from, from + 160))?.groups?.['label'];
  if (label === undefined || /^(?:The|An?)\s/.test(label) || !canBeData(label)) return false;
  const end = from + label.length;
  // "Quay Authority. | Quarterly Crew Register: …": the name that stands where the label does is the label.
  const isNamed = mentions.some(
    ({ kind, start }) =>
      (kind === 'title' || kind === 'name') && start >= from - 1 && start < end + 40 && !(owner && start === from),
  );
  const isSomebody = mentionsOf(mentions, 'organisation').some(({ start }) => start >= from && start < end);
  if (isNamed || isSomebody) return false;
  scene.topic.subject = nameThing(scene, {
    type: 'Dataset',
    label,
    start: from,
    end,
    ownership: owner?.ownership ?? findOwnership(scene, { start: from, end }),
    rule,
  });
  scene.topic.block = scene.blockIndex;
  scene.taken.push({ start: 0, end });
  return true;
}
