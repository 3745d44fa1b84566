/** Draws a thing between what leads to it and what it leads to, as SVG; its looks are in `src/ui/graph.css`. */
import { type Html, html } from '../html.js';
import { arrange, column, inset, middle, type Placed, width } from './arrange.js';

export interface Node {
  readonly text: string;
  readonly href: string | undefined;
  /** Attributes that tell its language. */
  readonly tongue?: Html | undefined;
  /** Stands for others that are not drawn. */
  readonly isRest?: boolean;
}

export interface Group {
  /** The property, in words. */
  readonly label: string;
  readonly nodes: readonly Node[];
}

export interface Drawing {
  readonly label: string;
  readonly centre: Node;
  readonly incoming: readonly Group[];
  readonly outgoing: readonly Group[];
}

/** Letters that go into a box of so many units. */
const fits = (units: number): number => Math.floor(units / 7.4);

/** Whole code points: half a letter is none. */
function cut(text: string, most: number): string {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
}

/** In lines of so many letters; what is too long ends with an ellipsis. */
function wrap(text: string, letters: number, most: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    const joined = last === '' ? word : `${last} ${word}`;
    if (last === '' || joined.length <= letters || lines.length === most) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines.map((line) => cut(line, letters));
}

const linked = (href: string | undefined, content: Html): Html =>
  href === undefined ? html`<g>${content}</g>\n` : html`<a href="${href}">${content}</a>\n`;

/** Half the height of a box, and how far its lines are apart. */
const [half, line] = [13, 18];

/** The thing itself has room for a long name. */
function drawThing({ text, href, tongue }: Node, centre: number): Html {
  const x = (width - middle) / 2;
  const lines = wrap(text, fits(middle - 30), 4);
  const top = centre - ((lines.length - 1) * line) / 2;
  const words = lines.map((one, n) => html`<tspan x="${x + 12}" y="${top + n * line + 5}">${one}</tspan>`);
  const height = 2 * half + (lines.length - 1) * line;
  return html`<g class="thing">${linked(href, html`<rect class="node" x="${x}" y="${top - half}" width="${middle}" height="${height}" rx="4"/><text${tongue}>${words}</text><title>${text}</title>`)}</g>`;
}

function drawNode({ text, href, tongue, isRest = false }: Node, [x, y, wide]: readonly [number, number, number]): Html {
  const looks = isRest ? 'rest' : 'node';
  const box = html`<rect class="${looks}" x="${x}" y="${y - half}" width="${wide}" height="${2 * half}" rx="4"/><text x="${x + 10}" y="${y + 5}"${tongue}>${cut(text, fits(wide - 20))}</text><title>${text}</title>`;
  return linked(href, box);
}

/** A stem along the items, with a branch to each. */
const stem = (x: number, turn: number, { items }: Placed): string =>
  `M${x} ${items[0] ?? 0}V${items.at(-1) ?? 0}${items.map((y) => `M${x} ${y}h${turn}`).join('')}`;

/** The line from the thing to a group; an arrow tells which way the property leads. */
function drawSide(groups: readonly Group[], placed: readonly Placed[], centre: number, isLeft: boolean): Html[] {
  const [x, wide] = [isLeft ? inset : width - column + 20, column - 20 - inset];
  const [edge, start] = isLeft ? [column, (width - middle) / 2] : [width - column, (width + middle) / 2];
  const turn = isLeft ? -20 : 20;
  const bow = (edge + start) / 2;
  return placed.flatMap((place, n) => {
    const group = groups[n];
    if (group === undefined) return [];
    const [first = 0, last = 0] = [place.items[0], place.items.at(-1)];
    const y = (first + last) / 2;
    const way = isLeft
      ? `M${edge} ${y}C${bow} ${y} ${bow} ${centre} ${start} ${centre}`
      : `M${start} ${centre}C${bow} ${centre} ${bow} ${y} ${edge} ${y}`;
    return [
      html`<path class="edge" d="${way}" marker-end="url(#arrow)"/><path class="edge" d="${stem(edge, turn, place)}"/><text class="property" x="${x}" y="${place.heading}">${cut(group.label, fits(wide))}<title>${group.label}</title></text>
${group.nodes.map((node, i) => drawNode(node, [x, place.items[i] ?? 0, wide]))}`,
    ];
  });
}

/** Lines first, so that boxes lie upon them. */
export function drawGraph({ label, centre, incoming, outgoing }: Drawing): Html {
  const lengthsOf = (groups: readonly Group[]): number[] => groups.map(({ nodes }) => nodes.length);
  const place = arrange(lengthsOf(incoming), lengthsOf(outgoing));
  return html`<div class="graph-box"><svg class="graph" role="group" aria-label="${label}" viewBox="0 0 ${width} ${place.height}">
<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>
${drawSide(incoming, place.left, place.centre, true)}${drawSide(outgoing, place.right, place.centre, false)}${drawThing(centre, place.centre)}</svg></div>`;
}
