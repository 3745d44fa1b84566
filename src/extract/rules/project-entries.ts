/** Reads entries under a heading of projects: "Two Quays. Where sailors live, …", "*Back to Land* examines …", "Pilot on linking files, run by …". */
import type { Subject } from '../ledger.js';
import { mentionsOf } from '../mention.js';
import { findOwnership } from '../owners.js';
import { namesOnly } from '../recognisers/names-only.js';
import type { Scene } from '../scene.js';

import { cleanName } from './names-of-things.js';
import { nameThing } from './things.js';

const name = 'project-entry';
const longest = 110;

/** What ends the name that opens an entry: a stop or question mark, its years, the colon or dash before what it is about. */
const endOfName =
  /(?<=\?)["”*_]{0,3}(?:\s|$)|\.["”*_]{0,3}(?:\s|$)|\s\((?=(?:19|20)\d\d|[A-Z]{2,})|:\s|\s[–—]\s|,\s|\*{1,2}\s/;
/** Who is at work, and on what, begins behind the name. */
const finite =
  /\b(?:is|are|was|were|has|have|had|will|can|may|must|could|cannot|did|does|began|started|ran|runs|ended|ends|we|our|they|it)\b/i;
/** Words with which a sentence opens, and no name: "In 2014 …", "All projects …". */
const opensSentence =
  /^(?:in|on|at|for|from|since|under|during|with|after|before|all|both|each|every|no|none|some|several|many|other|others|see|this|that|these|those|there|here|not|our|we|i|contact|funded|led|note|source|status|partners?|budget|funding|duration|years?|period|start|end|title|name|country|countries|website|e-?mail)\b/i;

/** Whether the heading above is one of projects: "Projects", "Surveys and projects under way". */
const listsProjects = ({ heading }: Scene): boolean =>
  heading?.says === 'Project' || (/\bprojects\b/i.test(heading?.text ?? '') && !/\bdata\b/i.test(heading?.text ?? ''));

/** The project that an entry is about; undefined where the passage opens none. */
export function readProjectEntry(scene: Scene): Subject | undefined {
  const { block, opens, reading } = scene;
  if (!opens || (block.kind !== 'paragraph' && block.kind !== 'item') || !listsProjects(scene)) return undefined;
  const { text, mentions } = reading;
  const lead = /^["“„«*_]{0,3}/.exec(text)?.[0].length ?? 0;
  if (!/^\p{Lu}/u.test(text.slice(lead))) return undefined;
  const stop = endOfName.exec(text.slice(lead, lead + longest));
  if (stop === null) return undefined;
  const end = lead + stop.index;
  const label = cleanName(text.slice(lead, end));
  const words = label.split(/\s+/).length;
  if (label.length < 4 || words > 12 || finite.test(label) || opensSentence.test(label)) return undefined;
  // A word alone is a name before its years or a full stop; a comma ends names only where somebody runs the work.
  if (words === 1 && !/^[.\s]/.test(stop[0])) return undefined;
  if (
    stop[0] === ', ' &&
    !/^,\s(?:(?:which\s(?:is|was)\s)?(?:run|led|carried out|conducted|coordinated|funded|financed|undertaken)\b|(?:19|20)\d\d)/.test(
      text.slice(end),
    )
  )
    return undefined;
  if (
    namesOnly(text, lead, end, mentions) ||
    mentionsOf(mentions, 'organisation').some((one) => one.start <= lead + 4 && one.end >= end)
  )
    return undefined;
  // Data and documents of a project say by their own noun what they are.
  if (
    mentionsOf(mentions, 'name').some(
      (one) => one.start <= lead + 4 && one.value.class !== 'project' && one.end >= end - 1,
    )
  )
    return undefined;
  if (block.end - block.start - end < 12) return undefined;
  const subject = nameThing(scene, {
    type: 'Project',
    label,
    start: lead,
    end,
    ownership: findOwnership(scene, { start: lead, end }),
    rule: name,
  });
  scene.taken.push({ start: 0, end: end + 3 });
  return subject;
}
