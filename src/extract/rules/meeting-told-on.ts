/** Reads when a meeting was, in the sentence behind the one that names it: "It took place in Lima on 3 May 2021." */
import { say, told } from '../ledger.js';
import { mentionsOf } from '../mention.js';
import type { Rule } from '../scene.js';
import { isoOf } from './events.js';

const name = 'meeting-told-on';
const takesPlace =
  /^(?:It|This|The\s(?:meeting|workshop|conference|seminar|forum|symposium|webinar|training|course|session))\s(?:(?:will|is|was)\s(?:\p{Ll}+\s){0,2}(?:be\s)?(?:held|organi[sz]ed|convened|hosted)|will\s(?:\p{Ll}+\s)?take\splace|took\splace|met)\b/u;

export const readMeetingToldOn: Rule = {
  name,
  apply({ reading: { text, mentions }, topic: { things }, blockIndex, passage }) {
    if (!takesPlace.test(text)) return false;
    const [latest] = things;
    if (latest === undefined || latest.subject.type !== 'Event' || latest.block !== blockIndex) return false;
    if (latest.passage === passage || told(latest.subject, 'published') !== undefined) return false;
    const [date] = mentionsOf(mentions, 'date');
    if (date === undefined) return false;
    say(latest.subject, 'published', isoOf(date), passage, name);
    return false;
  },
};
