/** Whose a meeting is: named in what it is called, or nobody's here where it was only attended. */
import type { Ownership } from '../ledger.js';
import { mentionsOf } from '../mention.js';
import type { Organisation } from '../organisations.js';
import type { Scene } from '../scene.js';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** "attended the", "was read at a", "took part in the": what is said of a meeting that is somebody else's. */
const attended =
  /\b(?:(?:takes?|took|taken|taking) part in|participat\p{L}+ in|attend\p{L}*|(?:read|presented|discussed|shown|introduced|launched|adopted|agreed|announced|tabled|spoken of|mandate from)(?:\s[\p{Ll}\d-]+){0,3}?\s(?:at|to|by|before))\s(?:(?:the|an?|this|last|next)\s)?(?:[\p{Ll}\d-]+\s){0,2}["“«*_]{0,2}$/u;

/** "… at the Tide Forum, which we convened". */
const convenedByUs = /^["”»*_]{0,2},?\s(?:which|that)\s(?:we|it|they|I)\s/;

/** "the eighth congress of the | Dock Board": at the end of what a meeting is called. */
function ownerInName({ reading: { text, mentions } }: Scene, { start, end }: Span): Organisation | undefined {
  const last = mentionsOf(mentions, 'organisation').find(
    (mention) => mention.start > start && mention.end >= end - 1 && mention.start < end,
  );
  return last !== undefined && /^[^,:]*\p{Ll}\sof\s(?:the\s)?$/u.test(text.slice(start, last.start))
    ? last.value
    : undefined;
}

/** The owners found for a meeting, where its own words do not tell better. */
export function ownershipOfMeeting(scene: Scene, span: Span, found: Ownership): Ownership {
  const owner = ownerInName(scene, span);
  if (owner !== undefined) return { organisations: [owner], attribution: 'stated', clues: [] };
  const { text } = scene.reading;
  // What the sentence tells has no clue elsewhere, but for who "we" are.
  const ofContext = found.attribution !== 'stated' || found.clues.length > 0;
  if (convenedByUs.test(text.slice(span.end, span.end + 30))) return found;
  const ahead = text.slice(Math.max(0, span.start - 90), span.start);
  return ofContext && attended.test(ahead) ? { organisations: [], attribution: 'stated', clues: [] } : found;
}
