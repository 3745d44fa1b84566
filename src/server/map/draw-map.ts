/** Draws a map as SVG: countries in classes told apart by pattern, dots for small ones, arcs. Its looks are in `src/ui/map.css`. */
import { type Html, html } from '../html.js';
import { mostClasses } from './classes.js';
import { type Arc, arcEnds, drawArc } from './draw-arc.js';
import { type Shape, width, world } from './world.js';

/** What is shown of a country. */
export interface Mark {
  /** Of its class; 0: none. */
  readonly level: number;
  /** Its name and figure. */
  readonly title: string;
  readonly href?: string | undefined;
}

export interface Picture {
  readonly label: string;
  /** By ISO 3166 alpha-3; of what is not there no more than the outline is drawn. */
  readonly marks: ReadonlyMap<string, Mark>;
  readonly arcs?: readonly Arc[];
  /** Countries around which a border is drawn. */
  readonly outlined?: readonly string[] | undefined;
}

/** Hatches, closer and stronger from class to class; the last is solid. */
const hatches: readonly (readonly [size: number, looks: string, path: string])[] = [
  [5, 'point', 'M1.5 1.5h1.2v1.2h-1.2z'],
  [5, 'hatch', 'M-1 6 6 -1M-1 1 1 -1M4 6 6 4'],
  [4, 'hatch', 'M0 0 4 4M0 4 4 0'],
  [4, 'solid', 'M0 0h4v4h-4z'],
];

const patterns: readonly Html[] = hatches.map(
  ([size, looks, path], n) =>
    html`<pattern id="level-${n + 1}" width="${size}" height="${size}" patternUnits="userSpaceOnUse"><rect class="ground" width="${size}" height="${size}"/><path class="${looks}" d="${path}"/></pattern>`,
);

/** An attribute: a fragment in a style sheet is looked for in the sheet by some browsers. */
const looksOf = (level: number): Html =>
  level === 0 ? html`class="level-0"` : html`class="shaded level-${level}" fill="url(#level-${level})"`;

/** Of what has no figure the link is not among the stops of the Tab key: the table has them all. */
function linked({ level, href, title }: Mark, content: Html): Html {
  if (href === undefined) return html`<g>${content}<title>${title}</title></g>`;
  const passedOver = level === 0 ? html` tabindex="-1"` : undefined;
  return html`<a href="${href}"${passedOver}>${content}<title>${title}</title></a>`;
}

function drawCountry(mark: Mark, { outline, dot }: Shape): Html {
  const area = outline === undefined ? undefined : html`<path d="${outline}"/>`;
  const [x, y] = dot ?? [0, 0];
  const place = html`<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${mark.level === 0 ? 2 : 4}"/>`;
  return linked(mark, html`${area}${dot && place}`);
}

/** Dots lie above all land: an island is not hidden by its neighbour, nor one with a figure by one without. */
function drawCountries(marks: Picture['marks']): Html[] {
  const layers = [false, true].flatMap((isDot) =>
    Array.from({ length: mostClasses + 1 }, (_, level) => ({ isDot, level })),
  );
  return layers.flatMap(({ isDot, level }) => {
    const items = world().shapes.flatMap((shape) => {
      const mark = marks.get(shape.code);
      return mark?.level === level && (shape.dot !== undefined) === isDot ? [drawCountry(mark, shape)] : [];
    });
    return items.length === 0 ? [] : [html`<g ${looksOf(level)}>${items}</g>\n`];
  });
}

const unmarked = (marks: Picture['marks']): string =>
  world()
    .shapes.flatMap(({ code, outline }) => (marks.has(code) ? [] : (outline ?? [])))
    .join('');

/** A group and not one image: what is in it are links. */
export function drawMap({ label, marks, arcs = [], outlined = [] }: Picture): Html {
  const { sphere, height, otherLand, outlineOf } = world();
  const border = outlined.length === 0 ? undefined : html`<path class="border" d="${outlineOf(outlined)}"/>\n`;
  return html`<div class="map-box"><svg class="map" role="group" aria-label="${label}" viewBox="0 0 ${width} ${height}">
<defs>${patterns}${arcEnds}</defs><path class="sea" d="${sphere}"/><path class="land" d="${otherLand}${unmarked(marks)}"/>
${drawCountries(marks)}${border}<g class="arcs">${arcs.map(drawArc)}</g></svg></div>`;
}

/** How a class looks, for the legend. */
export const swatch = (level: number): Html =>
  html`<svg class="map swatch" viewBox="0 0 30 18" width="30" height="18" aria-hidden="true"><rect x="0.5" y="0.5" width="29" height="17" ${looksOf(level)}/></svg>`;
