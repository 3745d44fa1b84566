/** What a dataset or a publication is cited by, read from the graph: what is not stated is not there. */
import type { NamedNode, Term } from '../../rdf.js';
import type { GraphStore, QueryOptions } from '../../store/graph-store.js';
import { dcat, dct, mig, rdfTerms } from '../../vocabularies.js';
import { readQueryText } from '../query-text.js';

/** Texts are of one line, with single spaces. */
export interface Citation {
  readonly iri: string;
  /** A key that is one word of letters, digits and hyphens. */
  readonly key: string;
  readonly kind: 'dataset' | 'document';
  readonly title: string | undefined;
  readonly authors: readonly string[];
  readonly publishers: readonly string[];
  /** `2006`, `2006-07`, `2006-07-01`. */
  readonly issued: string | undefined;
  readonly isForthcoming: boolean;
  readonly series: string | undefined;
  readonly number: string | undefined;
  readonly identifier: string | undefined;
  /** The page that the graph gives for it, which is not ours. */
  readonly url: string | undefined;
}

/** A property's values, each with the names of what it leads to. */
class Facts {
  private readonly values = new Map<string, Map<string, { readonly value: Term; readonly names: Term[] }>>();

  add(property: Term, value: Term, name: Term | undefined): void {
    const of = this.values.get(property.value) ?? new Map();
    this.values.set(property.value, of);
    const entry = of.get(value.value) ?? { value, names: [] };
    of.set(value.value, entry);
    if (name !== undefined) entry.names.push(name);
  }

  has = (property: NamedNode, value: NamedNode): boolean => this.values.get(property.value)?.has(value.value) ?? false;

  /** The English or first one. */
  text(property: NamedNode): string | undefined {
    return pick([...(this.values.get(property.value)?.values() ?? [])].map(({ value }) => value));
  }

  /** Of things what they are called; one without a name cannot be cited. */
  names(property: NamedNode): string[] {
    return [...(this.values.get(property.value)?.values() ?? [])].flatMap(({ value, names }) => {
      const name = value.termType === 'Literal' ? value.value : pick(names);
      return name === undefined ? [] : [oneLine(name)];
    });
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function pick(terms: readonly Term[]): string | undefined {
  const english = terms.find((term) => term.termType === 'Literal' && /^en\b/i.test(term.language));
  const best = english ?? terms[0];
  return best === undefined ? undefined : oneLine(best.value);
}

function keyOf(iri: string, base: string): string {
  const path = iri.startsWith(base) ? iri.slice(base.length) : iri;
  return path.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

/** Undefined for what is neither a dataset nor a publication. */
export async function readCitation(
  store: GraphStore,
  thing: NamedNode,
  { base, ...options }: QueryOptions & { readonly base: string },
): Promise<Citation | undefined> {
  const result = await store.query(readQueryText('pages/citation'), { ...options, bindings: { thing } });
  const facts = new Facts();
  if (result.kind === 'bindings')
    for await (const row of result.rows) {
      const [property, value] = [row.get('property'), row.get('value')];
      if (property !== undefined && value !== undefined) facts.add(property, value, row.get('name'));
    }
  const isDataset = facts.has(rdfTerms.type, dcat.Dataset);
  if (!isDataset && !facts.has(rdfTerms.type, mig.Publication)) return undefined;
  const issued = facts.text(dct.issued);
  return {
    iri: thing.value,
    key: keyOf(thing.value, base),
    kind: isDataset ? 'dataset' : 'document',
    title: facts.text(dct.title),
    authors: facts.names(dct.creator),
    publishers: facts.names(dct.publisher),
    issued: /^\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(issued ?? '')?.[0],
    isForthcoming: facts.has(mig.status, mig.Forthcoming),
    series: facts.names(dct.isPartOf)[0],
    number: facts.text(mig.seriesNumber),
    identifier: facts.text(dct.identifier),
    url: facts.text(dcat.landingPage),
  };
}
