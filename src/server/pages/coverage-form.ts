/** The form of the matrix: its axes, and what it is held to. */
import { type Choice, type RowChoice, rowChoices, shows } from '../coverage/choice.js';
import type { Known } from '../coverage/known.js';
import { levels } from '../coverage/place-axis.js';
import { type Html, html } from '../html.js';
import type { View } from '../view/view.js';
import { agencyPicker, placePicker, subjectPicker, wordPicker, yearFields } from './pickers.js';

const words = (view: View, name: string, values: readonly string[]) =>
  values.map((value) => ({ value, text: view.say(`matrix.${name}.${value}`) }));

/** Those that can be asked for. */
export const askableAgencies = ({ facts }: Known): { iri: string; name: string }[] =>
  [...facts.owners.values()].flatMap(({ iri, name }) => (iri === undefined ? [] : [{ iri, name }]));

export function coverageForm(view: View, { ask }: Choice, known: Known, base: string): Html {
  const { say } = view;
  const picked = (chosen: string | undefined) => ({ chosen, base });
  const picker = (name: 'show' | 'level' | 'rows', values: readonly string[]): Html =>
    wordPicker(view, name, say(`matrix.${name}`), words(view, name, values));
  const rows: readonly RowChoice[] = rowChoices;
  return html`<form class="ask" action="/coverage" method="get">
${picker('show', shows)}
${picker('level', levels)}
${picker('rows', rows)}
${placePicker(view, [...known.names.values()], picked(ask.place?.value))}
${agencyPicker(view, askableAgencies(known), picked(ask.agency?.value))}
${subjectPicker(view, known.subjects, picked(ask.subject?.value))}
${yearFields(view, ask.years)}
<p><button>${say('matrix.button')}</button></p>
</form>`;
}
