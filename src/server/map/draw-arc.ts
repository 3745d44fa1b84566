/** An arc from one country to another, bent to the left of its way, so that there and back are told apart. */
import { type Html, html } from '../html.js';
import { placeOf } from './world.js';

export interface Arc {
  /** ISO 3166 alpha-3. */
  readonly from: string;
  readonly to: string;
  readonly title: string;
  readonly href?: string | undefined;
}

/** How far it is bent, as a part of its length. */
const bend = 0.2;

const round = (value: number): string => value.toFixed(1);

/** Undefined where there is no way: a country that is none, or the same. */
function wayBetween(from: string, to: string): string | undefined {
  const [start, end] = [placeOf(from), placeOf(to)];
  if (start === undefined || end === undefined || from === to) return undefined;
  const [[x1, y1], [x2, y2]] = [start, end];
  const turn = [(x1 + x2) / 2 + (y2 - y1) * bend, (y1 + y2) / 2 - (x2 - x1) * bend] as const;
  return `M${round(x1)} ${round(y1)}Q${turn.map(round).join(' ')} ${round(x2)} ${round(y2)}`;
}

/** The wider line beneath it can be seen by pointers alone. */
export function drawArc({ from, to, title, href }: Arc): Html {
  const way = wayBetween(from, to);
  if (way === undefined) return html``;
  const line = html`<path class="reach" d="${way}"/><path class="way" d="${way}" marker-start="url(#start)" marker-end="url(#tip)"/><title>${title}</title>`;
  return href === undefined ? html`<g>${line}</g>` : html`<a href="${href}">${line}</a>`;
}

/** What its ends look like; once in a picture. */
export const arcEnds = html`<marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 8 4 0 8z"/></marker><marker id="start" viewBox="0 0 6 6" refX="3" refY="3" markerWidth="5" markerHeight="5" markerUnits="userSpaceOnUse"><circle cx="3" cy="3" r="3"/></marker>`;
