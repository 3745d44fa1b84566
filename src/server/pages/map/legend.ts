/** What the patterns of a map stand for. */
import { type Html, html } from '../../html.js';
import type { NumberClass } from '../../map/classes.js';
import { swatch } from '../../map/draw-map.js';
import type { View } from '../../view/view.js';

export interface Legend {
  readonly classes: readonly NumberClass[];
  /** What a number is, where it is one; what is said of countries without. */
  readonly unit: (count: number) => string;
  readonly none: string;
  readonly hasArcs?: boolean;
}

export function showLegend({ say, language }: View, { classes, unit, none, hasArcs = false }: Legend): Html {
  const number = new Intl.NumberFormat(language);
  const items = classes.map(({ from, to, level }) => {
    const range = from === to ? unit(from) : `${number.format(from)} – ${unit(to)}`;
    return html`<li>${swatch(level)}${range}</li>`;
  });
  const arcs = hasArcs ? html`<li><b class="arrow" aria-hidden="true">→</b>${say('map.legend.arc')}</li>` : undefined;
  return html`<ul class="legend" aria-label="${say('map.legend')}">${items}<li>${swatch(0)}${none}</li><li>${say('map.legend.dot')}</li>${arcs}</ul>`;
}
