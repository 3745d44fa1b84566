/** Whether a service description uses its vocabulary as the vocabulary says (SPARQL Service Description, section 3). */
import { expand, type GraphIndex, Node, nodesWith } from '../node.js';

/** Property → the class of its subject, and what its object is: of a class, an `iri`, or anything. */
const schema: Readonly<Record<string, readonly [domain: string, range: string]>> = {
  'sd:endpoint': ['sd:Service', 'iri'],
  'sd:feature': ['sd:Service', 'iri'],
  'sd:supportedLanguage': ['sd:Service', 'iri'],
  'sd:supportedVersion': ['sd:Service', 'iri'],
  'sd:resultFormat': ['sd:Service', 'iri'],
  'sd:inputFormat': ['sd:Service', 'iri'],
  'sd:defaultDataset': ['sd:Service', 'sd:Dataset'],
  'sd:defaultGraph': ['sd:Dataset', 'sd:Graph'],
  'sd:namedGraph': ['sd:Dataset', 'sd:NamedGraph'],
  'sd:name': ['sd:NamedGraph', 'iri'],
  'sd:graph': ['sd:NamedGraph', 'sd:Graph'],
  'void:triples': ['sd:Graph', 'anything'],
};

/** Instances that the vocabulary itself defines, by the property that leads to them. */
const instances: Readonly<Record<string, readonly string[]>> = {
  'sd:feature': ['DereferencesURIs', 'UnionDefaultGraph', 'RequiresDataset', 'EmptyGraphs', 'BasicFederatedQuery'],
  'sd:supportedLanguage': ['SPARQL10Query', 'SPARQL11Query', 'SPARQL11Update', 'SPARQLQuery', 'SPARQLUpdate'],
};

const fail = (what: string): never => {
  throw new Error(what);
};

function checkObject(property: string, range: string, object: Node): void {
  const { term, value } = object;
  if (range === 'iri' && term.termType !== 'NamedNode') fail(`${property}: ${value} is no IRI`);
  if (range.includes(':') && !object.is(range)) fail(`${property}: ${value} is no ${range}`);
  const known = instances[property]?.map((name) => expand(`sd:${name}`));
  if (known !== undefined && !known.includes(value)) fail(`${property}: the vocabulary has no ${value}`);
}

function checkSubjects(index: GraphIndex): void {
  const known = new Map(Object.keys(schema).map((property) => [expand(property), property]));
  for (const { subject, predicate, object } of [...index.values()].flat()) {
    const property = known.get(predicate.value);
    if (property === undefined && predicate.value.startsWith(expand('sd:'))) fail(`there is no ${predicate.value}`);
    const [domain, range] = (property === undefined ? undefined : schema[property]) ?? [];
    if (property === undefined || domain === undefined || range === undefined) continue;
    if (!new Node(subject, index).is(domain)) fail(`${property}: ${subject.value} is no ${domain}`);
    checkObject(property, range, new Node(object, index));
  }
}

const one = (node: Node, property: string): Node => {
  const found = node.all(property);
  return found.length === 1 && found[0] !== undefined ? found[0] : fail(`${property}: ${found.length} times`);
};

const some = (node: Node, property: string): void => {
  if (node.all(property).length === 0) fail(`there is no ${property}`);
};

/** Throws for the first statement that does not fit, and for what is missing. */
export function checkDescription(index: GraphIndex): void {
  checkSubjects(index);
  const [service, ...others] = nodesWith(index, 'sd:endpoint');
  if (service === undefined || others.length > 0) throw new Error('not exactly one service is described');
  for (const property of ['sd:supportedLanguage', 'sd:resultFormat']) some(service, property);
  const dataset = one(service, 'sd:defaultDataset');
  one(dataset, 'sd:defaultGraph');
  some(dataset, 'sd:namedGraph');
  for (const graph of dataset.all('sd:namedGraph')) {
    one(graph, 'sd:name');
    one(one(graph, 'sd:graph'), 'void:triples');
  }
}
