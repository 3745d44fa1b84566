/** Where a thing fits in, as a path from the whole down to it, above its name. */
import type { NamedThing } from '../../entity/named-thing.js';
import { type Html, html } from '../../html.js';
import type { View } from '../../view/view.js';
import { showThing } from './things.js';
import { kindWord } from './words.js';

export function showWholes(
  view: View,
  base: string,
  { ways, kind }: { readonly ways: readonly (readonly NamedThing[])[]; readonly kind: string },
): Html {
  const own = html`<li class="kind">${kindWord(view, kind)}</li>`;
  const lists = ways.map(
    (way, n) =>
      html`<ol>${way.map((step) => html`<li>${showThing(view, base, step)}</li>`)}${n === 0 ? own : undefined}</ol>`,
  );
  if (lists.length === 0) return html`<p class="fits-in"><span class="kind">${kindWord(view, kind)}</span></p>`;
  return html`<nav class="fits-in" aria-label="${view.say('entity.wholes')}">${lists}</nav>`;
}
