/** Tells by a heading what stands beneath it: publications, meetings, data, projects. */
import type { EntityType } from '../claim.js';

/** Words in a heading that say what stands beneath it. */
export function headingSays(heading: string | undefined): EntityType | undefined {
  if (heading === undefined) return undefined;
  if (
    /\bpublications?\b|\breading|\bread (?:more|on)\b|\breports\b|\bpapers\b|\breferences\b|\bbibliograph|\bdocuments\b|\bliterature\b|\bpublicaciones\b|\bpublicações\b|\bpubblicazioni\b|\bveröffentlichungen\b|\bpublikation|\bbriefs\b|\bcitations?\b|\bbooks\b|\boutputs\b/i.test(
      heading,
    )
  )
    return 'Publication';
  if (/\bevent|\bmeetings?\b|\bconferences?\b/i.test(heading)) return 'Event';
  if (
    /\bdata\b|\bdatabase|\bdatasets?\b|\bstatistic|\bsurveys?\b|\bsources?\b|\bregisters?\b|\bcollections?\b|\bholdings\b|\bfiles\b|\btables\b/i.test(
      heading,
    )
  )
    return 'Dataset';
  if (/\bprojects?\b|\bprogrammes?\b/i.test(heading)) return 'Project';
  return undefined;
}

/** Headings that only part what an earlier one announced: "Elsewhere", "In English", "2019". */
const parting =
  /^(?:elsewhere|others?|forthcoming|in press|recent|earlier|older|newer|new|national|international|regional|global|in \p{Lu}\p{Ll}+|(?:19|20)\d{2}(?:\s?[-–]\s?(?:19|20)\d{2})?)$/iu;

/** Whether a heading goes on with what the one above it announced; `isNamed`: it is the name of a place or of somebody, and no more. */
export const goesOnWithList = (heading: string, isNamed: boolean): boolean => isNamed || parting.test(heading);
