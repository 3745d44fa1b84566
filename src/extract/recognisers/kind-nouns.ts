/** The common nouns that say what a title stands for: the one table behind "its report, Moving On" and "Moving On, a journal of …". */
import type { EntityType } from '../claim.js';

const nouns = {
  Series: 'journal series yearbook newsletter periodical bulletin magazine quarterly digest gazette newssheet',
  Event:
    'meeting conference workshop seminar forum symposium summit panel session dialogue roundtable consultation congress webinar hearing colloquium hackathon course',
  Dataset: 'database dataset databank survey census register registry module',
  Project: 'project programme program initiative pilot',
  Publication:
    'report book paper note study handbook publication volume guide article brochure manual document monograph booklet toolkit chapter brief essay leaflet compendium atlas inventory analysis assessment evaluation thesis dissertation overview review pamphlet guideline factsheet',
} satisfies Partial<Record<EntityType, string>>;

export type Titled = keyof typeof nouns;

const byNoun: ReadonlyMap<string, Titled> = new Map(
  (Object.keys(nouns) as Titled[]).flatMap((type) => nouns[type].split(' ').map((noun) => [noun, type] as const)),
);

/** What comes out again and again is a series, whatever it is: "an annual report", "its quarterly release". */
const recurring =
  /\b(?:annual|yearly|quarterly|monthly|weekly|fortnightly|half-yearly|biannual|biennial|bimonthly|semi-annual)\b/i;
const recurs = /^(?:report|publication|release|review|overview|brief|note|paper)$/;

/** The type of a noun phrase, "quarterly bulletin", "final report"; undefined where its noun is no kind of title. */
export function typeOfPhrase(phrase: string): Titled | undefined {
  const noun = phrase.toLowerCase().split(/[\s-]/).at(-1) ?? '';
  if (/\bpilot\sstudy$/i.test(phrase)) return 'Project';
  if (recurring.test(phrase) && recurs.test(noun)) return 'Series';
  return byNoun.get(noun) ?? (noun === 'release' ? 'Publication' : undefined);
}

export const kindNouns: readonly string[] = [...byNoun.keys(), 'release'];
/** All of them, for a pattern. */
export const kindNoun = `(?:${kindNouns.join('|')})`;
