/** What is not said: what is not stated, what curators took back, and that a graph quotes no sentences. */
import { missingOf } from '../../entity/kinds.js';
import type { Entity } from '../../entity/read-entity.js';
import { type Html, html } from '../../html.js';
import { pathTo } from '../../local-path.js';
import type { View } from '../../view/view.js';
import { showValue } from './things.js';
import { propertyWord, sayWith } from './words.js';

export function showMissing(view: View, { kind, properties, claims, facts }: Entity): Html | undefined {
  const missing = missingOf(kind, properties).map((what) => view.say(`entity.missing.${what}`));
  // What is generally known, as of countries, stands in lists that have no sentences.
  const quotable = ['Dataset', 'Publication', 'Series', 'Project', 'Event'].includes(kind);
  if (claims.length === 0 && quotable && facts.length > 0) missing.push(view.say('entity.missing.evidence'));
  if (missing.length === 0) return undefined;
  return html`<section class="missing" aria-labelledby="missing"><h2 id="missing">${view.say('entity.missing')}</h2>
<ul>${missing.map((text) => html`<li>${text}</li>`)}</ul></section>`;
}

/** What was read, and what a curator has taken back; both stay visible. */
export function showFallen(view: View, base: string, { claims, kind, toValue }: Entity): Html | undefined {
  const items = claims.flatMap((claim) => {
    const { fallenBy: decision, iri, property, value } = claim;
    if (decision === undefined) return [];
    const { who, when, why } = decision;
    const what = html`${propertyWord(view, property, kind)}: ${showValue(view, base, toValue(value))}`;
    const by = sayWith(view, 'entity.fallenBy', { who: html`${who ?? ''}`, when: html`${when ?? ''}` });
    return html`<li><s>${what}</s> – ${by} <q>${why ?? ''}</q> <a href="${pathTo(base, iri)}">${view.say('note.claim')}</a></li>`;
  });
  if (items.length === 0) return undefined;
  return html`<section aria-labelledby="fallen"><h2 id="fallen">${view.say('entity.fallen')}</h2><ul>${items}</ul></section>`;
}
