/**
 * Why the two engines may differ. An explanation proves itself on each query: it says it in other words that mean the same
 * and keep clear of oxigraph's fault, and oxigraph must then answer as we do; or it says it to us as oxigraph takes it, and
 * we must then answer as oxigraph did. So it cannot hide a fault of ours that it does not speak of.
 */
import type { Engines } from './engines.js';
import * as reading from './readings.js';
import * as wording from './rewordings.js';

export interface Explanation {
  readonly name: string;
  /** Where SPARQL 1.1 Query says who is right. */
  readonly section: string;
  /** What it says, and what oxigraph does. */
  readonly because: string;
  /** A query on which the two differ for this reason alone. */
  readonly example: string;
  /** For oxigraph: means the same. The query itself where it does not speak of this. */
  readonly reword?: (query: string) => string;
  /** For us: means what oxigraph makes of it. With `overHeldData` it is asked of the data as they come out of oxigraph. */
  readonly readAsTheirs?: (query: string, engines: Engines) => string;
  readonly overHeldData?: true;
}

export const explanations: readonly Explanation[] = [
  {
    name: 'graphs of FROM are not merged',
    section: '13.2.1',
    because:
      'The default graph is the merge: a triple that two graphs hold, or one that is named twice, is there once.',
    example: 'SELECT * FROM :g1 FROM :g2 FROM NAMED :g1 { ?c :v ?a . }',
    reword: wording.mergeDefaultGraphs,
  },
  {
    name: 'GRAPH without patterns',
    section: '18.6, Graph',
    because:
      'A group in GRAPH is evaluated in each named graph and joined with its name, also where it holds VALUES, a path or another GRAPH alone; in a graph that there is not, it has no solution.',
    example: 'SELECT * { GRAPH ?g { VALUES ?c { 1 :a } } }',
    reword: wording.spellOutGraphs,
  },
  {
    name: 'solutions of !(:p|^:q) are made distinct',
    section: '18.2.2.3 and 18.4',
    because: 'It is the alternative of !:p and ^(!:q), and an alternative is a union, which keeps duplicates.',
    example: 'SELECT * { ?d !(:p|^:r) ?b . }',
    reword: wording.splitNegatedSets,
  },
  {
    name: 'an alternative of a path and itself is the path',
    section: '18.4, Alternative',
    because: 'An alternative is a union, which keeps duplicates.',
    example: 'SELECT * { ?a (:v|:v) 1 . }',
    reword: wording.splitTwins,
  },
  {
    name: 'a path of no steps at a term that is not in the graph',
    section: '18.4, ZeroLengthPath',
    because: 'A term that is written is connected with itself, whether or not the graph holds it.',
    example: 'SELECT * { ?b :q* "2010"^^xsd:gYear . }',
    reword: wording.splitZeroSteps,
  },
  {
    name: 'no group where BOUND is known to be false',
    section: '18.5.1',
    because: 'Without GROUP BY there is one group, also over nothing: one row.',
    example: 'SELECT (COUNT(*) AS ?n) { FILTER (BOUND(?b)) }',
    reword: wording.hideBound,
  },
  {
    name: 'COUNT of an error has no value',
    section: '18.5.1.2',
    because: 'Count counts the solutions in which its expression has no error.',
    example: 'SELECT (COUNT(STR(?b)) AS ?n) { ?c :p :d . }',
    reword: wording.bindCounted,
  },
  {
    name: 'a variable of a subquery is seen outside',
    section: '12 and 18.2.1',
    because: 'Only variables that are projected out of the subquery are visible outside.',
    example:
      'SELECT * { FILTER (?b = :a || ?b != ?d) { SELECT DISTINCT ?b ?a { OPTIONAL { ?c :q ?d . ?c :p* ?b . } } } }',
    reword: wording.renameHidden,
  },
  {
    name: 'literals are held by their value',
    section: '18.3, with RDF 1.1 Concepts 3.3',
    because: 'A pattern matches by term, and STR gives the lexical form: "1.50" is not "1.5".',
    example: 'SELECT (STR(1.0e0) AS ?n) { ?d :v "1.50"^^xsd:decimal . }',
    readAsTheirs: reading.writeByValue,
    overHeldData: true,
  },
  {
    name: 'any term is as large as itself',
    section: '17.3',
    because: 'The table of operators has no < and no <= for IRIs, blank nodes and texts with a language: an error.',
    example: 'SELECT * { ?a :p ?c . FILTER (?a <= ?a) }',
    readAsTheirs: reading.orderSameTerms,
  },
  {
    name: 'YEAR and TZ take a gYear apart',
    section: '17.4.5',
    because: 'They are functions of xsd:dateTime; of anything else they are an error.',
    example: 'SELECT * { ?c :v ?d . BIND (YEAR(?d) AS ?x1) }',
    readAsTheirs: reading.takeYearsApart,
  },
];
