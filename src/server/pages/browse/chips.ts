/** What a view is narrowed to, each part with a way to take it back; and what is left out because it says nothing of that. */
import type { PartName } from '../../browse/choice.js';
import { findValue } from '../../browse/choose.js';
import { countLacks } from '../../browse/count-values.js';
import { facets, type LackName } from '../../browse/facets.js';
import type { Selection } from '../../browse/select.js';
import { showSpan } from '../../browse/spans.js';
import { type Html, html } from '../../html.js';
import type { View } from '../../view/view.js';
import { allOf, withLack, withoutPart } from './addresses.js';
import { nameOfValue } from './facet-lists.js';

interface Part {
  readonly part: PartName;
  readonly text: string;
}

/** What is chosen, in words. */
export function partsOf(selection: Selection, view: View): Part[] {
  const { choice, index } = selection;
  const { say } = view;
  const kind = index.kind.id;
  return [
    ...(choice.words.length === 0 ? [] : [{ part: 'q' as const, text: `“${choice.words.join(' ')}”` }]),
    ...[...choice.values].map(([name, { iris }]) => {
      const called = nameOfValue(selection, view, name, findValue(index, name, iris) ?? '');
      return { part: name, text: `${say(`browse.facet.${name}`, { kind })}: ${called.text}` };
    }),
    ...(choice.spans.length === 0
      ? []
      : [{ part: 'years' as const, text: `${say('browse.years')}: ${choice.spans.map(showSpan).join(', ')}` }]),
    ...(choice.without === undefined
      ? []
      : [{ part: 'without' as const, text: say(`browse.lack.${choice.without}`, { kind }) }]),
  ];
}

/** Nothing where nothing is chosen. */
export function chips(selection: Selection, view: View): Html | undefined {
  const parts = partsOf(selection, view);
  if (parts.length === 0) return undefined;
  const { say } = view;
  const items = parts.map(
    ({ part, text }) =>
      html`<li><a href="${withoutPart(view, part)}" aria-label="${say('browse.remove', { text })}">${text} <span aria-hidden="true">×</span></a></li>`,
  );
  return html`<ul class="chips" aria-label="${say('browse.chosen')}">${items}${parts.length > 1 ? html`<li class="all"><a href="${allOf(view, selection.index.kind.id)}">${say('browse.clear')}</a></li>` : undefined}</ul>`;
}

/** The part of the choice because of which a thing that lacks something is not there. */
const isAsked = ({ choice }: Selection, lack: LackName): boolean =>
  lack === 'years' ? choice.spans.length > 0 : [...choice.values.keys()].some((name) => facets[name].lack === lack);

/** Where a place is chosen: the answer of the home page, which knows wholes and parts of it, and what is not stated. */
export function answerLink(selection: Selection, view: View, base: string): Html | undefined {
  const { choice, index } = selection;
  const name = (['country', 'region'] as const).find((one) => choice.values.has(one));
  if (index.kind.id !== 'datasets' || name === undefined) return undefined;
  const place = findValue(index, name, choice.values.get(name)?.iris ?? []) ?? '';
  const [span] = choice.spans;
  const asked = new URLSearchParams({
    place: place.startsWith(base) ? place.slice(base.length) : place,
    ...(span?.start === undefined ? {} : { from: String(span.start) }),
    ...(span?.end === undefined ? {} : { to: String(span.end) }),
  });
  const called = nameOfValue(selection, view, name, place).text;
  return html`<p><a href="/?${asked.toString()}">${view.say('browse.answer', { place: called })}</a></p>`;
}

/** "12 more state no years": what fits all else that is chosen. */
export function leftOut(selection: Selection, view: View): Html | undefined {
  const { index, chosen } = selection;
  const items = [...countLacks(index, chosen)]
    .filter(([lack]) => isAsked(selection, lack))
    .map(
      ([lack, count]) =>
        html`<li><a href="${withLack(view, lack)}" rel="nofollow">${view.say(`browse.more.${lack}`, { count, kind: index.kind.id })}</a></li>`,
    );
  return items.length === 0 ? undefined : html`<ul class="left-out">${items}</ul>`;
}
