/** The ratios of a run as a picture: one row a query, left of the line is faster. */
import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { Comparison } from './compare-engines.js';
import { ratiosTo } from './ratios.js';

/** SVG. */
export async function plotRatios(comparisons: readonly Comparison[], limit: number): Promise<string> {
  const values = comparisons.flatMap((comparison) =>
    ratiosTo('oxigraph', comparison, limit).map((ratio) => ({ ...ratio, size: comparison.size.toLocaleString('en') })),
  );
  const spec: TopLevelSpec = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: 'Our time for a query, by that of oxigraph',
    width: 480,
    data: { values },
    layer: [
      { mark: { type: 'rule', color: '#888' }, encoding: { x: { datum: 1 } } },
      {
        mark: { type: 'point', filled: true, size: 60 },
        encoding: {
          x: { field: 'ratio', type: 'quantitative', scale: { type: 'log' }, title: 'ratio: less than 1 is faster' },
          y: { field: 'query', type: 'nominal', sort: null, title: null },
          shape: { field: 'size', type: 'nominal', title: 'statements', sort: null },
          color: { field: 'size', type: 'nominal', sort: null },
        },
      },
    ],
  };
  const view = new View(parse(compile(spec).spec), { renderer: 'none' });
  return view.toSVG();
}
