/** The dataset that generated queries are asked of: small, connected, with literals of every kind and graphs that overlap. */

export const prologue = 'PREFIX : <http://e/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>';

export const nodes = [':a', ':b', ':c', ':d', ':e', ':f'];
export const predicates = [':p', ':q', ':r', ':v'];
export const graphs = [':g1', ':g2', ':g3'];

export const literals = [
  '1',
  '2',
  '10',
  '-3',
  '1.5',
  '"1.50"^^xsd:decimal',
  '1.0e0',
  '2.5e3',
  '"x"',
  '"y"',
  '"X"',
  '"x"@en',
  '"y"@de',
  '""',
  'true',
  'false',
  '"2006-08-23"^^xsd:date',
  '"2007-01-01"^^xsd:date',
  '"2006-08-23T08:00:00Z"^^xsd:dateTime',
  '"2006-08-23T09:00:00+01:00"^^xsd:dateTime',
  '"2001"^^xsd:gYear',
  '"2010"^^xsd:gYear',
];

const unnamed = `
:a :p :b , :c ; :q :d ; :v 1 , "x" . :b :p :c ; :r :a ; :v 2 , 1.5 , "x"@en . :c :q :a , :e ; :v 10 , true .
:d :p :d ; :r :e , :f ; :v "y" , "2006-08-23"^^xsd:date . :e :q :f ; :v -3 , "2001"^^xsd:gYear . :f :v 1.0e0 , "" .
_:m :p :a ; :v "X" . :e :r _:m .`;

const contents: Readonly<Record<string, string>> = {
  ':g1': ':a :p :b ; :v 1 . :b :q :c ; :v "x" . :g1 :r :a',
  ':g2': ':a :p :b , :c ; :v 1 , 2 . :c :r :a , :b ; :v "2006-08-23T08:00:00Z"^^xsd:dateTime . :a :q :g2 . _:n :p _:n',
  ':g3': ':e :p :f ; :v 2.5e3 , "y"@de . :f :p :e ; :r :d . :d :v false',
};
const contentsOf = (graph: string): string => contents[graph] ?? '';

/** In TriG, after the prologue. */
export const trig = `${unnamed}\n${graphs.map((name) => `${name} { ${contentsOf(name)} }`).join('\n')}`;

export const mergeName = (one: string, two: string): string => `:${[one, two].sort().join('').replaceAll(':', '')}`;

const pairs = graphs.flatMap((one, n) => graphs.slice(n + 1).map((two) => [one, two] as const));
export const mergedNames = pairs.map(([one, two]) => mergeName(one, two));

/** In TriG: what each two graphs hold together. */
export const mergedGraphs = pairs
  .map(([one, two]) => `${mergeName(one, two)} { ${contentsOf(one)} . ${contentsOf(two)} }`)
  .join('\n');
