/** A picture of the classes and what binds them, as SVG without script or style: colours are those of the text around it. */
import { type Edge, Graph, layout } from '@dagrejs/dagre';
import type { ClassRelation } from '../../export/class-relations.js';
import { prefixes } from '../../vocabularies.js';
import { type Html, html } from '../html.js';
import { shortName } from './term.js';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** About so wide is a letter, so high a line, so much room is around. */
const [letter, line, margin] = [7.2, 16, 10];

const nameOf = (iri: string): string => shortName('', iri).replace(/^mig:/, '');

/** Of ours to where they are told of; others as they are. */
const linked = (iri: string, content: Html): Html =>
  iri.startsWith(prefixes.mig) ? html`<a href="#${iri.slice(prefixes.mig.length)}">${content}</a>` : content;

function arrange(relations: readonly ClassRelation[]) {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 18, ranksep: 60, edgesep: 12, marginx: margin, marginy: margin });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const iri of new Set(relations.flatMap(({ from, to }) => [from, to])))
    graph.setNode(iri, { width: nameOf(iri).length * letter + 2 * margin, height: 2 * line });
  for (const { from, to, properties } of relations) {
    const longest = Math.max(...properties.map((iri) => nameOf(iri).length));
    const size = { width: longest * letter * 0.85, height: properties.length * line * 0.85, labelpos: 'c' };
    graph.setEdge(from, to, size, properties.join(' '));
  }
  layout(graph);
  return graph;
}

const round = (value: number): string => String(Math.round(value));

const path = ([first, ...rest]: readonly Point[]): string =>
  first === undefined
    ? ''
    : `M${round(first.x)} ${round(first.y)} ${rest.map(({ x, y }) => `L${round(x)} ${round(y)}`).join(' ')}`;

function drawEdge(points: readonly Point[], { x, y }: Point, properties: readonly string[]): Html {
  const top = y - ((properties.length - 1) * line * 0.85) / 2 + 4;
  const labels = properties.map((iri, n) =>
    linked(
      iri,
      html`<text x="${round(x)}" y="${round(top + n * line * 0.85)}" font-size="11" text-anchor="middle" fill="currentColor">${nameOf(iri)}</text>`,
    ),
  );
  return html`<path d="${path(points)}" fill="none" stroke="currentColor" stroke-opacity="0.45" marker-end="url(#arrow)"/>${labels}
`;
}

function drawNode(
  iri: string,
  { x, y, width, height }: Point & { readonly width: number; readonly height: number },
): Html {
  const dash = iri.startsWith(prefixes.mig) ? undefined : html` stroke-dasharray="4 3"`;
  return linked(
    iri,
    html`<rect x="${round(x - width / 2)}" y="${round(y - height / 2)}" width="${round(width)}" height="${round(height)}" rx="4" fill="none" stroke="currentColor"${dash}/><text x="${round(x)}" y="${round(y + 5)}" font-size="13" text-anchor="middle" fill="currentColor">${nameOf(iri)}</text>
`,
  );
}

/** Classes of others have a dashed border. */
export function classDiagram(relations: readonly ClassRelation[]): Html {
  const graph = arrange(relations);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const edges = graph.edges().map((edge: Edge) => {
    const { points, x, y } = graph.edge(edge) as Point & { points: readonly Point[] };
    return drawEdge(points, { x, y }, (edge.name ?? '').split(' '));
  });
  const nodes = graph
    .nodes()
    .map((iri: string) => drawNode(iri, graph.node(iri) as Point & { width: number; height: number }));
  return html`<svg viewBox="0 0 ${round(width)} ${round(height)}" width="${round(width)}" height="${round(height)}" role="group" aria-labelledby="diagram-title diagram-text" font-family="system-ui, sans-serif">
<title id="diagram-title">The classes and the properties between them</title>
<desc id="diagram-text">${relations.map(({ from, to, properties }) => `${nameOf(from)}: ${properties.map(nameOf).join(', ')} ${nameOf(to)}`).join('; ')}.</desc>
<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 L8 4 L0 8 Z" fill="currentColor"/></marker></defs>
${edges}${nodes}</svg>`;
}
