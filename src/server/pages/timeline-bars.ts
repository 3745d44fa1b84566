/** The bars of a timeline: a range is a bar, a single year a dot, what has no end an arrow, what is only about right hatched. */
import type { Period } from '../coverage/facts.js';
import { type Html, html } from '../html.js';
import type { Laid } from '../timeline/lanes.js';
import type { Scale } from '../timeline/scale.js';
import type { View } from '../view/view.js';

/** Heights in pixels: of a lane, and of a bar in it. */
const [laneHeight, barHeight] = [20, 12];

const hatch = html`<pattern id="about" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V5" class="hatch"/></pattern>`;

/** To stand once on the page: what the bars are filled with, and the lines of the years. */
export const barDefinitions = (scale: Scale | undefined): Html =>
  html`<svg class="definitions" width="0" height="0" aria-hidden="true"><defs>${hatch}<g id="year-lines">${scale?.ticks.map(
    (year) => html`<line x1="${scale.at(year)}%" x2="${scale.at(year)}%" y1="0" y2="100%"/>`,
  )}</g></defs></svg>`;

/** The figures of the years; the lines go through every row. */
export const axis = (scale: Scale): Html =>
  html`<svg class="axis" width="100%" height="20" aria-hidden="true">${scale.ticks.map(
    (year) => html`<text x="${scale.at(year)}%" y="15">${year}</text>`,
  )}</svg>`;

/** The words of a period. */
export function periodText({ say }: View, { start, end, label, qualifier }: Period): string {
  if (start === undefined) return label ?? '';
  const years =
    end === undefined
      ? say('answer.open', { start: String(start) })
      : start === end
        ? String(start)
        : `${start}–${end}`;
  // A label has the qualifier in it; it does not say that an end is open.
  if (end !== undefined && label !== undefined) return label;
  return qualifier === undefined ? years : `${qualifier} ${years}`;
}

function drawPeriod({ period, start, end, lane }: Laid, scale: Scale): Html {
  const isAbout = period.qualifier !== undefined;
  const kind = isAbout ? html` fill="url(#about)" class="about"` : undefined;
  const [y, from] = [lane * laneHeight + (laneHeight - barHeight) / 2, scale.at(start)];
  const middle = y + barHeight / 2;
  if (start === end && scale.years.from <= start && start <= scale.years.to)
    return html`<circle cx="${((from + scale.at(start + 1)) / 2).toFixed(2)}%" cy="${middle}" r="5"${kind}/>`;
  const to = end === undefined ? scale.at(scale.years.to + 1) : scale.at(end + 1);
  const bar = html`<rect x="${from}%" y="${y}" width="${Math.max(to - from, 0.4).toFixed(2)}%" height="${barHeight}"${kind}/>`;
  if (end !== undefined) return bar;
  return html`${bar}<svg x="${to}%" y="${y}" class="arrow"><path d="M-2 -3V15L10 6z"/></svg>`;
}

/** Of one dataset; `words` says the same. */
export function drawBars(laid: readonly Laid[], scale: Scale, words: string): Html {
  const lanes = Math.max(...laid.map(({ lane }) => lane)) + 1;
  const { from, to } = scale.years;
  const seen = laid.filter(({ start, end }) => start <= to && (end ?? to) >= from);
  return html`<svg class="bars" role="img" aria-label="${words}" width="100%" height="${lanes * laneHeight}"><title>${words}</title>${seen.map((one) => drawPeriod(one, scale))}</svg>`;
}

const sample = (shape: Html): Html =>
  html`<svg class="bars sample" width="34" height="16" aria-hidden="true">${shape}</svg>`;

export function barLegend({ say }: View): Html {
  const kinds: readonly (readonly [key: string, shape: Html])[] = [
    ['range', html`<rect x="1" y="2" width="32" height="12"/>`],
    ['year', html`<circle cx="17" cy="8" r="5"/>`],
    [
      'open',
      html`<rect x="1" y="2" width="22" height="12"/><svg x="23" y="2" class="arrow"><path d="M-2 -3V15L10 6z"/></svg>`,
    ],
    ['about', html`<rect x="1" y="2" width="32" height="12" fill="url(#about)" class="about"/>`],
  ];
  return html`<ul class="legend">${kinds.map(([key, shape]) => html`<li>${sample(shape)} ${say(`timeline.legend.${key}`)}</li>`)}</ul>`;
}
