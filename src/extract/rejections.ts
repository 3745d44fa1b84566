/** Collects what was recognised and came to nothing, and why: what a curator should look at besides what was read. */
import type { Passage } from '../notes/note.js';
import type { NoteReading } from '../notes/read.js';
import type { Rejection } from './claim.js';
import type { AgencyName } from './gazetteer.js';
import type { Ledger } from './ledger.js';
import type { Mention } from './mention.js';
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
  look(scene: Seen, passage: number, agencies: readonly Found<AgencyName>[]): void;
  /** What nothing was made of in the end, in the order of the text. */
  settle(ledger: Ledger): Rejection[];
}

/** A mention whose passage is done. */
interface Candidate {
  readonly mention: Mention;
  readonly passage: Passage;
  readonly place: Pick<Rejection, 'start' | 'end' | 'text'>;
  readonly context: Context;
  /** As a rule gave it. */
  readonly reason: string | undefined;
}

/** Only data have years and places that may be missed; a title or name may be missed anywhere. */
const ofData: readonly Mention['kind'][] = ['years', 'date', 'place', 'corridor', 'count'];

export function createRejections({ note, cuts }: NoteReading): Rejections {
  const given = new Map<Mention, string>();
  const candidates: Candidate[] = [];
  const ambiguous: Rejection[] = [];
  /** Where a mention stands in the note; the whole passage where reading changed its length. */
  const placeOf = (n: number, { start, end }: { start: number; end: number }): Candidate['place'] => {
    const [passage, cut] = [note.passages[n], cuts[n]];
    if (passage === undefined || cut === undefined) return { start: 0, end: 0, text: '' };
    if (passage.end - passage.start !== cut.end - cut.start) return passage;
    return { start: passage.start + start, end: passage.start + end, text: passage.text.slice(start, end) };
  };
  return {
    reject: (mention, reason) => void given.set(mention, reason),
    look(scene, n, agencies) {
      const { passage, reading, taken, garbled, cut } = scene;
      const context: Context = { text: reading.text, garbled, cut, heading: scene.block.kind === 'heading' };
      const within = (span: { start: number; end: number }, others: readonly { start: number; end: number }[]) =>
        others.some((other) => span.start < other.end && span.end > other.start);
      for (const mention of reading.mentions) {
        if (!isCandidate(mention) || within(mention, taken)) continue;
        candidates.push({ mention, passage, place: placeOf(n, mention), context, reason: given.get(mention) });
      }
      given.clear();
      for (const found of agencies) {
        const [first] = found.values;
        if (!first?.ambiguous || first.kind === 'back-reference' || within(found, reading.mentions)) continue;
        const bearers = [...new Set(found.values.map(({ agency }) => agency.label))];
        const reason = `may be ${bearers.slice(0, 4).join(', ')}${bearers.length > 4 ? ' or others' : ''}`;
        ambiguous.push({ ...placeOf(n, found), kind: 'organisation', passage, reason });
      }
    },
    settle(ledger) {
      const uses = createUses(ledger);
      const rejected = candidates.flatMap((candidate) => settleOne(candidate, uses));
      return [...rejected, ...ambiguous].sort((a, b) => a.start - b.start || a.end - b.end);
    },
  };
}

/** A city covers nothing, and a field's name ("**Years:**") names nothing. */
function isCandidate({ kind, value }: Mention): boolean {
  if (kind === 'title') return !value.text.endsWith(':');
  if (kind === 'place') return value.kind !== 'city';
  return kind === 'name' || ofData.includes(kind);
}

function settleOne({ mention, passage, place, context, reason }: Candidate, uses: Uses): Rejection[] {
  if (ofData.includes(mention.kind) && !uses.speaksOfData(passage)) return [];
  const use = uses.of(mention, passage);
  if (use === 'taken') return [];
  const kind = mention.kind as Rejection['kind'];
  return [{ ...place, kind, passage, reason: use ?? reason ?? reasonFor(mention, context) }];
}
