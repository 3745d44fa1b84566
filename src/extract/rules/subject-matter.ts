/** Reads what data measure, how they are broken down and which themes they are of. */
import { type Subject, say } from '../ledger.js';
import { mentionsOf } from '../mention.js';
import type { Scene } from '../scene.js';

const rule = 'coverage';

const measures: readonly { readonly measure: string; readonly words: RegExp }[] = [
  { measure: 'net-migration', words: /\bnet (?:international )?migration\b/i },
  {
    measure: 'stock',
    words:
      /\b(?:stocks?|foreign-born|migrant population|number of (?:international )?migrants|foreign (?:population|persons|residents))\b/i,
  },
  {
    measure: 'flow',
    words:
      /\b(?<!\bnet migration )(?:(?:in|out)?flows?|arrivals|departures|immigrations?|entries and exits|border[- ]crossings?)\b/i,
  },
  { measure: 'transfer', words: /\bremittances? (?:flows|sent|received|transfers|inflows|outflows)\b/i },
];

/** Whether data are of stocks or of flows, by the words of the name or its sentence. */
export function readMeasures(scene: Scene, subject: Subject, words: string): void {
  for (const { measure, words: pattern } of measures)
    if (pattern.test(words)) say(subject, 'measure', measure, scene.passage, rule);
}

/** "by sex and age group", "classified by country of birth, age and sex". */
export function readBreakdown(scene: Scene, subject: Subject): void {
  const match =
    /\b(?:(?:classified|disaggregated|broken down|tabulated|cross-classified|available)\s)?by\s((?:(?:country|place|region) of (?:birth|origin|citizenship|destination|residence|last residence)|citizenship|nationality|sex|age(?: groups?)?|gender|occupation|education(?: level)?|level of education|urban\/rural residence|duration of stay|reason|purpose|type of permit|marital status|origin|destination|year of arrival|main groups)(?:(?:,\s(?:and\s)?|\sand\s)(?:(?:country|place|region) of (?:birth|origin|citizenship|destination|residence|last residence)|citizenship|nationality|sex|age(?: groups?)?|gender|occupation|education(?: level)?|level of education|urban\/rural residence|duration of stay|reason|purpose|type of permit|marital status|origin|destination|year of arrival)){0,8})/i.exec(
      scene.reading.text,
    );
  if (match !== null) say(subject, 'breakdown', match[0].trim(), scene.passage, rule);
}

/** Themes by the words of a name or sentence. */
export function readThemes(scene: Scene, subject: Subject, from: number, to: number): void {
  for (const mention of mentionsOf(scene.reading.mentions, 'theme'))
    if (mention.start >= from && mention.end <= to) say(subject, 'theme', mention.value, scene.passage, 'theme');
}
