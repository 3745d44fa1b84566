/** The marks of the matrix: each kind of statement has a shape of its own, drawn once and used in every cell. */
import { type TallyKind, tallyKinds } from '../coverage/cube.js';
import { type Html, html } from '../html.js';
import type { Say } from '../view/messages.js';

/** In a square of 12: filled, half filled, with a filled middle, a broken ring, a broken square. */
const shapes: Readonly<Record<TallyKind, Html>> = {
  name: html`<circle cx="6" cy="6" r="5"/>`,
  whole: html`<circle cx="6" cy="6" r="4.5" class="ring"/><path d="M6 1.5a4.5 4.5 0 0 0 0 9z"/>`,
  part: html`<circle cx="6" cy="6" r="4.5" class="ring"/><circle cx="6" cy="6" r="2"/>`,
  unstated: html`<circle cx="6" cy="6" r="4.5" class="ring broken"/>`,
  undated: html`<rect x="1.5" y="1.5" width="9" height="9" class="ring broken"/>`,
};

/** To stand once on the page, before they are used. */
export const markDefinitions: Html = html`<svg class="definitions" width="0" height="0" aria-hidden="true">${tallyKinds.map(
  (kind) => html`<symbol id="mark-${kind}" viewBox="0 0 12 12">${shapes[kind]}</symbol>`,
)}</svg>`;

export const mark = (kind: TallyKind): Html =>
  html`<svg class="mark" aria-hidden="true"><use href="#mark-${kind}"/></svg>`;

/** What each mark means; without a place, what is told of places at all. */
export function legend(
  say: Say,
  { hasPlace, hasYears }: { readonly hasPlace: boolean; readonly hasYears: boolean },
): Html {
  const kinds = tallyKinds.filter((kind) => (hasPlace || kind !== 'part') && (hasYears || kind !== 'undated'));
  const items = kinds.map(
    (kind) =>
      html`<li>${mark(kind)} <b>${say(`matrix.kind.${kind}`)}</b> ${say(`matrix.legend.${hasPlace ? 'place' : 'any'}.${kind}`)}</li>`,
  );
  return html`<ul class="legend">${items}<li><b aria-hidden="true">–</b> ${say('matrix.legend.empty')}</li></ul>`;
}
