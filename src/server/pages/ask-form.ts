/** The three pickers of the home page: where, when, and on what. */
import type { Ask } from '../answer/ask.js';
import type { NamedPlace, NamedSubject } from '../answer/names.js';
import { type Html, html } from '../html.js';
import type { View } from '../view/view.js';
import { tongueOf } from './tongue.js';

export interface Choices {
  readonly places: readonly NamedPlace[];
  readonly subjects: readonly NamedSubject[];
}

interface Option {
  readonly iri: string;
  readonly name: string;
  readonly language?: NamedPlace['language'];
}

/** Our own things by their path under the base, which makes short addresses. */
const keyOf = (iri: string, base: string): string => (iri.startsWith(base) ? iri.slice(base.length) : iri);

function optionGroup(
  view: View,
  label: string,
  options: readonly Option[],
  chosen: string | undefined,
  base: string,
): Html | undefined {
  if (options.length === 0) return undefined;
  const items = options.map(({ iri, name, language }) => {
    const tongue = tongueOf(view, language);
    return html`<option value="${keyOf(iri, base)}"${tongue}${iri === chosen ? html` selected` : undefined}>${name}</option>`;
  });
  return html`<optgroup label="${label}">${items}</optgroup>`;
}

/** What is named by some dataset comes first; there is the answer. */
export function askForm(
  view: View,
  { place, years, subject, agency }: Ask,
  { places, subjects }: Choices,
  base: string,
): Html {
  const { say } = view;
  const chosen = place?.value;
  const covered = places.filter(({ datasets }) => datasets > 0);
  const ofKind = (kind: NamedPlace['kind']) => places.filter((one) => one.kind === kind && one.datasets === 0);
  const subjectsOf = (kind: NamedSubject['kind']) => subjects.filter((one) => one.kind === kind);
  const year = (value: number | undefined): string => (value === undefined ? '' : String(value));
  const kept = agency && html`<input type="hidden" name="agency" value="${keyOf(agency.value, base)}">\n`;
  return html`<form class="ask" action="/" method="get">
${kept}<p class="wide-field"><label for="place">${say('ask.place')}</label>
<select id="place" name="place"><option value="">${say('ask.anyPlace')}</option>
${optionGroup(view, say('ask.covered'), covered, chosen, base)}
${optionGroup(view, say('ask.countries'), ofKind('country'), chosen, base)}
${optionGroup(view, say('ask.regions'), ofKind('region'), chosen, base)}
${optionGroup(view, say('ask.groups'), ofKind('group'), chosen, base)}</select></p>
<p><label for="from">${say('ask.from')}</label>
<input id="from" name="from" inputmode="numeric" pattern="[1-9][0-9]{3}" maxlength="4" size="5" value="${year(years?.from)}"></p>
<p><label for="to">${say('ask.to')}</label>
<input id="to" name="to" inputmode="numeric" pattern="[1-9][0-9]{3}" maxlength="4" size="5" value="${year(years?.to)}"></p>
<p class="wide-field"><label for="subject">${say('ask.subject')}</label>
<select id="subject" name="subject"><option value="">${say('ask.anySubject')}</option>
${optionGroup(view, say('ask.themes'), subjectsOf('theme'), subject?.value, base)}
${optionGroup(view, say('ask.measures'), subjectsOf('measure'), subject?.value, base)}</select></p>
<p><button>${say('ask.button')}</button></p>
</form>`;
}
