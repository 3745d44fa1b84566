/** The three pickers of the home page: where, when, and on what. */
import type { Ask } from '../answer/ask.js';
import { keyOf } from '../answer/ask-address.js';
import type { NamedPlace, NamedSubject } from '../answer/names.js';
import { type Html, html } from '../html.js';
import type { View } from '../view/view.js';
import { placePicker, subjectPicker, yearFields } from './pickers.js';

export interface Choices {
  readonly places: readonly NamedPlace[];
  readonly subjects: readonly NamedSubject[];
}

export function askForm(
  view: View,
  { place, years, subject, agency }: Ask,
  { places, subjects }: Choices,
  base: string,
): Html {
  const kept = agency && html`<input type="hidden" name="agency" value="${keyOf(agency.value, base)}">\n`;
  return html`<form class="ask" action="/" method="get">
${kept}${placePicker(view, places, { chosen: place?.value, base })}
${yearFields(view, years)}
${subjectPicker(view, subjects, { chosen: subject?.value, base })}
<p><button>${view.say('ask.button')}</button></p>
</form>`;
}
