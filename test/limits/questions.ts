/** Queries whose answers are of every length, cheap and dear, each as SELECT and as CONSTRUCT. */

/** Where every pair is looked at, fewer ships will do. */
const pieces: Readonly<Record<string, (below: number) => string>> = {
  logs: (below) => `?s <http://e/n> ?n ; <http://e/log> ?o FILTER(?n < ${below})`,
  'logs in order': (below) => `?s <http://e/n> ?n ; <http://e/log> ?o FILTER(?n < ${below})`,
  berths: (below) => `?s <http://e/n> ?n ; <http://e/berth> ?b . ?o <http://e/berth> ?b FILTER(?n < ${below})`,
  towed: (below) => `?s <http://e/n> ?n OPTIONAL { ?s <http://e/tows>+ ?o } FILTER(?n < ${below})`,
  unlike: (below) =>
    `?s <http://e/n> ?n ; <http://e/log> ?o . ?t <http://e/n> ?m FILTER(?n < ${Math.ceil(below / 20)} && ?m < ${Math.ceil(below / 20)} && STRLEN(?o) = ?m)`,
  gathered: (below) =>
    `{ SELECT ?s (COUNT(*) AS ?n) (GROUP_CONCAT(?l; separator="|") AS ?o) { ?x <http://e/n> ?m ; <http://e/berth> ?s ; <http://e/log> ?l FILTER(?m < ${below}) } GROUP BY ?s }`,
};

/** How many ships are asked about. */
const sizes = [1, 20, 150, 600, 1500, 3000];

export type Kind = 'bindings' | 'graph';

export interface Question {
  readonly name: string;
  readonly kind: Kind;
  readonly query: string;
}

export const questions: readonly Question[] = Object.entries(pieces).flatMap(([name, where]) =>
  sizes.flatMap((size): Question[] => [
    {
      name: `${name} of ${size}`,
      kind: 'bindings',
      query: `SELECT ?s ?n ?o { ${where(size)} }${name.endsWith('in order') ? ' ORDER BY DESC(STR(?o)) ?n' : ''}`,
    },
    {
      name: `${name} of ${size}, as a graph`,
      kind: 'graph',
      query: `CONSTRUCT { ?s <http://e/count> ?n ; <http://e/said> ?o } { ${where(size)} }`,
    },
  ]),
);

export const formatsOf = { bindings: ['json', 'xml', 'csv', 'tsv'], graph: ['turtle', 'ntriples'] } as const;
