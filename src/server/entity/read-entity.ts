/** A thing as its page tells of it: its kind, its name, what is said of it, and on what each statement rests. */
import type { NamedNode, Term } from '../../rdf.js';
import { dct, foaf, rdfs, rdfTerms, schema, skos } from '../../vocabularies.js';
import type { Asking } from '../asking.js';
import { readRows } from '../read-rows.js';
import type { Services } from '../services.js';
import { bestName, type Name, toName } from '../view/names.js';
import type { View } from '../view/view.js';
import { type Kind, kindOf } from './kinds.js';
import { inOrder, isRepeated, isSaidByKind, isTold } from './property-order.js';
import { type Claim, readEvidence } from './read-evidence.js';
import { readDescribed, readValues, type Value } from './read-values.js';

export interface Fact {
  readonly property: string;
  readonly values: readonly Value[];
}

export interface Entity {
  readonly thing: NamedNode;
  readonly kind: Kind;
  readonly types: ReadonlySet<string>;
  /** Undefined where the graph has no name for it. */
  readonly title: Name | undefined;
  /** All properties that something is said by, also those that the page tells in another way. */
  readonly properties: ReadonlySet<string>;
  readonly facts: readonly Fact[];
  readonly claims: readonly Claim[];
  /** Whether there are more statements than were read. */
  readonly isCut: boolean;
  /** For what stands beside the facts. */
  readonly toValue: (term: Term) => Value;
}

/** Statements that a page still shows. */
const mostStatements = 2000;

const naming = [skos.prefLabel, rdfs.label, dct.title, foaf.name];

function groupByProperty(rows: readonly { get(name: string): Term | undefined }[]): Map<string, Term[]> {
  const said = new Map<string, Term[]>();
  for (const row of rows) {
    const [property, value] = [row.get('property'), row.get('value')];
    if (property === undefined || value === undefined) continue;
    said.set(property.value, [...(said.get(property.value) ?? []), value]);
  }
  return said;
}

function titleOf(said: ReadonlyMap<string, readonly Term[]>, view: View): Name | undefined {
  const names = naming.flatMap(({ value }) => said.get(value) ?? []).filter(({ termType }) => termType === 'Literal');
  return bestName(names.map(toName), view.language);
}

function tell(said: ReadonlyMap<string, readonly Term[]>, kind: Kind): Map<string, Term[]> {
  const context = { hasKind: kind !== 'Thing', hasDate: said.has(schema.startDate.value) };
  const told = [...said]
    .filter(([property]) => isTold(property) && !isSaidByKind(property, context))
    .map(([property, values]) => [property, values.filter((value) => !isRepeated(property, value, said))] as const)
    .filter(([, values]) => values.length > 0)
    .sort(([a], [b]) => inOrder(a, b));
  return new Map(told.map(([property, values]) => [property, [...values]]));
}

/** What stands above the page already, and rests on no sentence that would have to be shown. */
function isOnlyTitle({
  property,
  values,
  title,
  claims,
}: {
  property: string;
  values: readonly Term[];
  title: Name | undefined;
  claims: readonly Claim[];
}): boolean {
  const [value, ...others] = values;
  const isName = naming.some((one) => one.value === property);
  return (
    isName && others.length === 0 && value?.value === title?.text && !claims.some((one) => one.property === property)
  );
}

/** A catalogue of which nothing is said but what is in it has a page too. */
const isDescribed = async (services: Services, thing: NamedNode, asking: Asking): Promise<boolean> =>
  (await readDescribed(services, [thing.value], asking)).size > 0;

/** Undefined where nothing is said of the thing. */
export async function readEntity(
  services: Services,
  thing: NamedNode,
  { view, asking }: { readonly view: View; readonly asking: Asking },
): Promise<Entity | undefined> {
  const options = { ...asking, bindings: { thing } };
  const [rows, claims] = await Promise.all([
    readRows(services, 'pages/entity-statements', options, mostStatements),
    readEvidence(services, thing, asking),
  ]);
  if (rows.length === 0 && claims.length === 0 && !(await isDescribed(services, thing, asking))) return undefined;
  const said = groupByProperty(rows);
  const types = new Set((said.get(rdfTerms.type.value) ?? []).map(({ value }) => value));
  const kind = kindOf(types);
  const told = tell(said, kind);
  const terms = [...[...told.values()].flat(), ...claims.map(({ value }) => value)];
  const toValue = await readValues(services, { thing, terms, language: view.language }, asking);
  const title = titleOf(said, view);
  const facts = [...told]
    .filter(([property, values]) => !isOnlyTitle({ property, values, title, claims }))
    .map(([property, values]) => ({ property, values: values.map(toValue) }));
  const isCut = rows.length === mostStatements;
  const properties = new Set(said.keys());
  return { thing, kind, types, title, properties, facts, claims, isCut, toValue };
}
