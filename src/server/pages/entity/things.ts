/** Things and values as links: to their page here where this graph says something of them, else to where they are. */
import type { NamedThing } from '../../entity/named-thing.js';
import type { Value, Years } from '../../entity/read-values.js';
import { type Html, html } from '../../html.js';
import { aboutPath, localPath } from '../../local-path.js';
import type { View } from '../../view/view.js';
import { shortName } from '../term.js';
import { tongueOf } from '../tongue.js';

/** What is said of a thing of others stands under `/about`; a blank node has no page. */
function pathOf(base: string, iri: string, isDescribed: boolean): string | undefined {
  if (iri.startsWith('_:')) return undefined;
  return isDescribed && !iri.startsWith(base) ? aboutPath(iri) : localPath(base, iri);
}

export function showThing(view: View, base: string, { iri, name }: NamedThing, isDescribed = name !== undefined): Html {
  const path = pathOf(base, iri, isDescribed);
  const tongue = name && tongueOf(view, name.language);
  const text = name === undefined ? html`<code>${shortName(base, iri)}</code>` : html`${name.text}`;
  return path === undefined ? html`<span${tongue}>${text}</span>` : html`<a href="${path}"${tongue}>${text}</a>`;
}

export function yearsText({ say }: View, { start, end }: Years): string {
  if (start === undefined) return say('entity.years.until', { end: end ?? '' });
  if (end === undefined) return say('answer.open', { start });
  return start === end ? start : `${start}–${end}`;
}

/** An address that can be followed, written as people write it. */
function showAddress(address: string): Html {
  const plain = address.replace(/^mailto:/, '');
  return /^(?:https?|mailto):/i.test(address) ? html`<a href="${address}">${plain}</a>` : html`${plain}`;
}

/** A literal in a language that pages do not speak says which it is. */
function showLiteral(view: View, text: string, language: string): Html {
  if (language === '') return html`${text}`;
  return html`<span lang="${language}">${text}</span>${language.startsWith(view.language) || language.startsWith('en') ? undefined : html` <small>${language}</small>`}`;
}

export function showValue(view: View, base: string, { term, name, years, address, isDescribed }: Value): Html {
  if (term.termType === 'Literal') return showLiteral(view, term.value, term.language);
  const own = address === undefined ? undefined : showAddress(address);
  if (term.termType !== 'NamedNode') {
    const called = name?.text ?? (years && yearsText(view, years)) ?? (own ? '' : view.say('entity.unnamed'));
    return html`${called}${called !== '' && own ? ' ' : ''}${own}`;
  }
  const isOpen = years !== undefined && (years.end === undefined || name === undefined);
  const called = isOpen ? { text: yearsText(view, years), language: undefined } : name;
  if (called === undefined && /^(?:https?|mailto):/i.test(term.value) && !isDescribed && !term.value.startsWith(base))
    return showAddress(term.value);
  const link = showThing(view, base, { iri: term.value, name: called }, isDescribed);
  return own === undefined ? link : html`${link} ${own}`;
}
