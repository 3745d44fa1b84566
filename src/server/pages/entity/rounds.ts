/** The rounds of a dataset as a table, each with the sentence it stands in. */

import { dct, mig } from '../../../vocabularies.js';
import type { Claim } from '../../entity/read-evidence.js';
import type { Round } from '../../entity/read-rounds.js';
import { type Html, html } from '../../html.js';
import { pathTo } from '../../local-path.js';
import type { View } from '../../view/view.js';
import { showValue } from './things.js';
import { propertyWord } from './words.js';

/** The words of a number rather than the number, where the note has words. */
const columns = [
  [dct.temporal],
  [dct.spatial, mig.reportingCountry],
  [mig.countText, mig.countryCount],
  [mig.measure],
  [mig.breakdown],
];

function showSentence(view: View, base: string, round: Round, claims: readonly Claim[]): Html {
  const claim = claims.find(({ property, value }) => property === mig.hasCoverage.value && value.value === round.iri);
  const [passage] = claim?.passages ?? [];
  return passage === undefined
    ? html``
    : html`<a href="${pathTo(base, passage.iri)}" title="${passage.quote}">${view.say('answer.inNote')}</a>`;
}

export function showRounds(
  view: View,
  base: string,
  { rounds, claims }: { readonly rounds: readonly Round[]; readonly claims: readonly Claim[] },
): Html | undefined {
  if (rounds.length === 0) return undefined;
  const valuesOf = ({ said }: Round, properties: (typeof columns)[number]) =>
    properties.map(({ value }) => said.get(value) ?? []).find((values) => values.length > 0) ?? [];
  const used = columns.filter((properties) => rounds.some((round) => valuesOf(round, properties).length > 0));
  const heads = used.map(
    ([property]) => html`<th scope="col">${property && propertyWord(view, property.value, 'Coverage')}</th>`,
  );
  const rows = rounds.map((round) => {
    const cells = used.map((properties) => {
      const values = valuesOf(round, properties).map((value) => showValue(view, base, value));
      return html`<td>${values.map((value, n) => (n === 0 ? value : html`, ${value}`))}</td>`;
    });
    return html`<tr>${cells}<td>${showSentence(view, base, round, claims)}</td></tr>
`;
  });
  return html`<section aria-labelledby="rounds"><h2 id="rounds">${view.say('entity.rounds')}</h2>
<div class="wide" tabindex="0" role="group" aria-labelledby="rounds"><table>
<thead><tr>${heads}<th scope="col">${view.say('entity.rounds.sentence')}</th></tr></thead>
<tbody>${rows}</tbody></table></div></section>`;
}
