/** Fields of a form that pick a place, a subject, an agency or years. */
import { keyOf } from '../answer/ask-address.js';
import type { NamedPlace, NamedSubject } from '../answer/names.js';
import { type Html, html } from '../html.js';
import type { View } from '../view/view.js';
import { tongueOf } from './tongue.js';

interface Option {
  readonly iri: string;
  readonly name: string;
  readonly language?: NamedPlace['language'] | undefined;
}

/** What is picked, by its IRI, and what IRIs are shortened by. */
export interface Picked {
  readonly chosen: string | undefined;
  readonly base: string;
}

/** Agencies that are still looked through. */
const mostAgencies = 1000;

const options = (view: View, listed: readonly Option[], { chosen, base }: Picked): Html[] =>
  listed.map(({ iri, name, language }) => {
    const tongue = tongueOf(view, language);
    return html`<option value="${keyOf(iri, base)}"${tongue}${iri === chosen ? html` selected` : undefined}>${name}</option>`;
  });

const optionGroup = (view: View, label: string, listed: readonly Option[], picked: Picked): Html | undefined =>
  listed.length === 0 ? undefined : html`<optgroup label="${label}">${options(view, listed, picked)}</optgroup>`;

/** What is named by some dataset comes first; there is the answer. */
export function placePicker(view: View, places: readonly NamedPlace[], picked: Picked): Html {
  const { say } = view;
  const covered = places.filter(({ datasets }) => datasets > 0);
  const ofKind = (kind: NamedPlace['kind']) => places.filter((one) => one.kind === kind && one.datasets === 0);
  const { chosen } = picked;
  const other = chosen === undefined || places.some(({ iri }) => iri === chosen) ? [] : [{ iri: chosen, name: chosen }];
  return html`<p class="wide-field"><label for="place">${say('ask.place')}</label>
<select id="place" name="place"><option value="">${say('ask.anyPlace')}</option>
${options(view, other, picked)}${optionGroup(view, say('ask.covered'), covered, picked)}
${optionGroup(view, say('ask.countries'), ofKind('country'), picked)}
${optionGroup(view, say('ask.regions'), ofKind('region'), picked)}
${optionGroup(view, say('ask.groups'), ofKind('group'), picked)}</select></p>`;
}

export function yearFields({ say }: View, years: { readonly from: number; readonly to: number } | undefined): Html {
  const field = (name: 'from' | 'to'): Html =>
    html`<p><label for="${name}">${say(`ask.${name}`)}</label>
<input id="${name}" name="${name}" inputmode="numeric" pattern="[1-9][0-9]{3}" maxlength="4" size="5" value="${years?.[name]}"></p>`;
  return html`${field('from')}
${field('to')}`;
}

export function subjectPicker(view: View, subjects: readonly NamedSubject[], picked: Picked): Html {
  const { say } = view;
  const ofKind = (kind: NamedSubject['kind']) => subjects.filter((one) => one.kind === kind);
  return html`<p class="wide-field"><label for="subject">${say('ask.subject')}</label>
<select id="subject" name="subject"><option value="">${say('ask.anySubject')}</option>
${optionGroup(view, say('ask.themes'), ofKind('theme'), picked)}
${optionGroup(view, say('ask.measures'), ofKind('measure'), picked)}</select></p>`;
}

/** Of very many only the one that is picked: the pages that show them lead to the others. */
export function agencyPicker(view: View, agencies: readonly Option[], picked: Picked): Html {
  const shown = agencies.length > mostAgencies ? agencies.filter(({ iri }) => iri === picked.chosen) : agencies;
  return html`<p class="wide-field"><label for="agency">${view.say('pick.agency')}</label>
<select id="agency" name="agency"><option value="">${view.say('pick.anyAgency')}</option>
${options(view, shown, picked)}</select></p>`;
}

/** Of a few words. */
export function wordPicker(
  view: View,
  name: string,
  label: string,
  words: readonly { readonly value: string; readonly text: string }[],
): Html {
  const chosen = view.parameters.get(name) ?? '';
  return html`<p><label for="${name}">${label}</label>
<select id="${name}" name="${name}">${words.map(({ value, text }) => html`<option value="${value}"${value === chosen ? html` selected` : undefined}>${text}</option>`)}</select></p>`;
}
