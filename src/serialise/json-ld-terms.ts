/** The terms of a JSON-LD context, and which of them a value fits: the part of JSON-LD that our context makes use of. */
import type { ContextDefinition } from 'jsonld';

/** A term for the values of a property; what its definition does not promise it is not used for. */
export interface PropertyTerm {
  readonly name: string;
  /** Its IRI. */
  readonly property: string;
  /** `@id` for references, a datatype, or undefined for texts. */
  readonly type: string | undefined;
  /** Whether its values stand in lists, of a language map those of each language. */
  readonly isList: boolean;
  readonly isLanguageMap: boolean;
}

/** A property read backwards: what points here by it. */
export interface ReverseTerm {
  readonly name: string;
  readonly property: string;
}

interface Definition {
  readonly '@id'?: string;
  readonly '@reverse'?: string;
  readonly '@type'?: string;
  readonly '@container'?: string | readonly string[];
}

const knownKeys = new Set(['@id', '@reverse', '@type', '@container']);
const knownContainers = new Set(['@set', '@language']);

function toDefinition(name: string, entry: unknown): Definition {
  if (typeof entry === 'string') return { '@id': entry };
  const definition = (typeof entry === 'object' && entry !== null ? entry : {}) as Definition;
  const containers = [definition['@container'] ?? []].flat();
  const isKnown =
    ('@id' in definition || '@reverse' in definition) &&
    Object.keys(definition).every((key) => knownKeys.has(key)) &&
    containers.every((container) => knownContainers.has(container));
  if (!isKnown) throw new Error(`the JSON-LD context defines "${name}" in a way that is not written here`);
  return definition;
}

/** JSON-LD 1.1, section 4.1.5: a plain term whose IRI ends so is a prefix. */
const endsAsPrefix = (iri: string): boolean => /[:/?#[\]@]$/.test(iri);

/** IRIs that were shortened are kept, as many as this. */
const mostKept = 100_000;

export class JsonLdTerms {
  readonly #byProperty = new Map<string, PropertyTerm[]>();
  readonly #byName = new Map<string, PropertyTerm>();
  readonly #reverse = new Map<string, ReverseTerm>();
  readonly #prefixes = new Map<string, string>();
  readonly #names = new Map<string, string>();
  readonly #keywords = new Map<string, string>();
  #typesAreList = false;
  readonly #kept = new Map<string, string>();

  /** Prefixes left out stay unused: an IRI begins as if it were shortened by them. */
  constructor(context: ContextDefinition, without: ReadonlySet<string> = new Set()) {
    const entries = Object.entries(context).filter(([name]) => name !== '@version');
    const definitions = entries.map(([name, entry]) => [name, toDefinition(name, entry)] as const);
    const plain = new Map(definitions.map(([name, definition]) => [name, definition['@id'] ?? '']));
    const expand = (text: string): string => {
      const [, prefix = '', local = ''] = /^([^:]*):(?!\/\/)(.*)$/.exec(text) ?? [];
      const namespace = plain.get(prefix);
      return namespace === undefined ? text : namespace + local;
    };
    for (const [name, definition] of definitions) this.#define(name, definition, expand);
    for (const name of without) this.#prefixes.delete(name);
  }

  #define(name: string, definition: Definition, expand: (text: string) => string): void {
    const { '@id': id, '@reverse': reverse, '@type': type, '@container': container = [] } = definition;
    if (reverse !== undefined) {
      this.#reverse.set(name, { name, property: expand(reverse) });
      return;
    }
    const iri = expand(id ?? name);
    const containers = [container].flat();
    if (iri.startsWith('@')) {
      this.#keywords.set(iri, name);
      if (iri === '@type') this.#typesAreList = containers.includes('@set');
      return;
    }
    if (type === undefined && endsAsPrefix(iri)) {
      this.#prefixes.set(name, iri);
      return;
    }
    const term = {
      name,
      property: iri,
      type: type === undefined ? undefined : expand(type),
      isList: containers.includes('@set'),
      isLanguageMap: containers.includes('@language'),
    };
    this.#byProperty.set(iri, [...(this.#byProperty.get(iri) ?? []), term]);
    this.#byName.set(name, term);
    if (term.type === undefined && containers.length === 0) this.#names.set(iri, name);
  }

  /** The prefixes, by which an IRI must not begin as it is. */
  get prefixes(): Iterable<string> {
    return this.#prefixes.keys();
  }

  /** Whether the types of a node are a list even where there is none. */
  get typesAreList(): boolean {
    return this.#typesAreList;
  }

  /** What a keyword is called. */
  keyword(keyword: '@id' | '@type' | '@included'): string {
    return this.#keywords.get(keyword) ?? keyword;
  }

  /** The terms for a property's values, in the order of the context. */
  of(property: string): readonly PropertyTerm[] {
    return this.#byProperty.get(property) ?? [];
  }

  all(): PropertyTerm[] {
    return [...this.#byName.values()];
  }

  named(name: string): PropertyTerm | undefined {
    return this.#byName.get(name);
  }

  reverseNamed(name: string): ReverseTerm | undefined {
    return this.#reverse.get(name);
  }

  /** An IRI with its prefix, else as it is. */
  shorten(iri: string): string {
    const known = this.#kept.get(iri);
    if (known !== undefined) return known;
    let short = iri;
    for (const [prefix, namespace] of this.#prefixes)
      if (iri.length > namespace.length && iri.startsWith(namespace) && !iri.startsWith('//', namespace.length)) {
        const candidate = `${prefix}:${iri.slice(namespace.length)}`;
        if (short === iri || candidate.length < short.length) short = candidate;
      }
    if (this.#kept.size >= mostKept) this.#kept.clear();
    this.#kept.set(iri, short);
    return short;
  }

  /** The name of a class or datatype: a term, else shortened. */
  nameOf(iri: string): string {
    return this.#names.get(iri) ?? this.shorten(iri);
  }
}
