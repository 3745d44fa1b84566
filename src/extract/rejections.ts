/** Collects what was recognised and came to nothing, and why: what a curator should look at besides what was read. */
import { findAll } from '../notes/find-all.js';
import type { Passage, Span } from '../notes/note.js';
import type { RejectedValue, Rejection } from './claim.js';
import type { AgencyName } from './gazetteer.js';
import type { Ledger, Subject } from './ledger.js';
import type { Mention } from './mention.js';
import { whyNoData } from './no-data-names.js';
import type { Found } from './phrases.js';
import { type Context, reasonFor } from './rejection-reasons.js';
import type { Scene } from './scene.js';
import { createUses, type Uses } from './uses.js';

/** What of a scene is looked at. */
type Seen = Pick<Scene, 'passage' | 'reading' | 'taken' | 'garbled' | 'cut' | 'block'>;

export interface Rejections {
  /** For the rules of the scene that is looked at next: why they turn a mention away. */
  readonly reject: Scene['reject'];
  /** Remembers what a passage names, once its rules have run. */
  look(scene: Seen, agencies: readonly Found<AgencyName>[]): void;
  /** What nothing was made of in the end, in the order of the text. */
  settle(ledger: Ledger): Rejection[];
}

/** A mention whose passage is done. */
interface Candidate {
  readonly mention: Mention;
  readonly passage: Passage;
  readonly context: Context;
  /** As a rule gave it. */
  readonly reason: string | undefined;
}

/** Only data have years and places that may be missed; a title or name may be missed anywhere. */
const ofData: readonly Mention['kind'][] = ['years', 'date', 'place', 'corridor', 'count'];

/** Letters and digits: what reading leaves as it is. */
const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

const letter = /[\p{L}\p{N}]/gu;

/** The stretch of a text that begins behind so many letters and has so many, in code units. */
function stretchOf(text: string, before: number, count: number): { start: number; end: number } | undefined {
  let seen = 0;
  let start = 0;
  for (const { index, 0: found } of findAll(text, letter)) {
    if (seen === before) start = index;
    seen += found.length;
    if (seen === before + count) return { start, end: index + found.length };
  }
  return undefined;
}

/** Where a mention stands in the note, by its letters: lines are wrapped and indented there; the whole passage where the letters are others. */
function placeOf(passage: Passage, text: string, { start, end }: { start: number; end: number }): Span {
  const words = text.slice(start, end);
  const same = passage.text.slice(start, end);
  if (same !== '' && lettersOf(same) === lettersOf(words))
    return { start: passage.start + start, end: passage.start + end, text: same };
  const found = stretchOf(passage.text, lettersOf(text.slice(0, start)).length, lettersOf(words).length);
  const there = found === undefined ? '' : passage.text.slice(found.start, found.end);
  if (found === undefined || there === '' || lettersOf(there) !== lettersOf(words))
    return { start: passage.start, end: passage.end, text: passage.text };
  return { start: passage.start + found.start, end: passage.start + found.end, text: there };
}

export function createRejections(): Rejections {
  const given = new Map<Mention, string>();
  const candidates: Candidate[] = [];
  const ambiguous: Rejection[] = [];
  return {
    reject: (mention, reason) => void given.set(mention, reason),
    look(scene, agencies) {
      const { passage, reading, taken, garbled, cut } = scene;
      const context: Context = { text: reading.text, garbled, cut, heading: scene.block.kind === 'heading' };
      const within = (span: { start: number; end: number }, others: readonly { start: number; end: number }[]) =>
        others.some((other) => span.start < other.end && span.end > other.start);
      for (const mention of reading.mentions) {
        if (!isCandidate(mention) || within(mention, taken)) continue;
        candidates.push({ mention, passage, context, reason: given.get(mention) });
      }
      given.clear();
      for (const found of agencies) {
        const [first] = found.values;
        if (!first?.ambiguous || first.kind === 'back-reference' || within(found, reading.mentions)) continue;
        const bearers = [...new Set(found.values.map(({ agency }) => agency.label))];
        const reason = `may be ${bearers.slice(0, 4).join(', ')}${bearers.length > 4 ? ' or others' : ''}`;
        ambiguous.push({ ...placeOf(passage, reading.text, found), kind: 'organisation', passage, reason });
      }
    },
    settle(ledger) {
      const uses = createUses(ledger);
      const rejected = candidates.flatMap((candidate) => settleOne(candidate, uses));
      return [...rejected, ...ambiguous, ...ledger.subjects.flatMap(noData)].sort(
        (a, b) => a.start - b.start || a.end - b.end,
      );
    },
  };
}

/** What was taken for data by a rule, and is none by its name. */
function noData({ type, label, passages: [passage] }: Subject): Rejection[] {
  const reason = type === 'Dataset' ? whyNoData(label) : undefined;
  if (reason === undefined || passage === undefined) return [];
  const at = passage.text.indexOf(label);
  const span = at < 0 ? passage : { start: passage.start + at, end: passage.start + at + label.length, text: label };
  return [{ start: span.start, end: span.end, text: span.text, kind: 'name', passage, reason }];
}

/** For a reading that nobody reviews. */
export const noRejections: Rejections = { reject: () => undefined, look: () => undefined, settle: () => [] };

/** A city covers nothing, and a field's name ("**Years:**") names nothing. */
function isCandidate({ kind, value }: Mention): boolean {
  if (kind === 'title') return !value.text.endsWith(':');
  if (kind === 'place') return value.kind !== 'city';
  return kind === 'name' || ofData.includes(kind);
}

/** What it would say; of several periods there is no telling which. */
function readValue({ kind, value }: Mention): RejectedValue | undefined {
  if (kind === 'corridor') return { property: 'corridor', object: value };
  if (kind === 'years') {
    const [period, ...others] = value.periods;
    return period === undefined || others.length > 0 ? undefined : { property: 'period', object: period };
  }
  if (kind !== 'place') return undefined;
  if (value.kind === 'country') return { property: 'country', object: { code: value.code, role: 'covered' } };
  return value.kind === 'region' ? { property: 'region', object: { key: value.code, text: value.name } } : undefined;
}

function settleOne({ mention, passage, context, reason }: Candidate, uses: Uses): Rejection[] {
  if (ofData.includes(mention.kind) && !uses.speaksOfData(passage)) return [];
  const use = uses.of(mention, passage);
  if (use === 'taken') return [];
  const kind = mention.kind as Rejection['kind'];
  const place = placeOf(passage, context.text, mention);
  const may = readValue(mention);
  return [{ ...place, kind, passage, ...(may && { may }), reason: use ?? reason ?? reasonFor(mention, context) }];
}
