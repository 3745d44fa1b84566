/** What we use of shacl-engine, which comes without types. */
declare module 'shacl-engine' {
  import type { DatasetCore, NamedNode, Term } from '@rdfjs/types';

  export interface Result {
    /** A pointer: `term` is its single term, undefined where there is none. */
    readonly focusNode: { readonly term?: Term };
    readonly value?: { readonly term?: Term };
    readonly path?: readonly { readonly predicates: readonly NamedNode[] }[];
    readonly message: readonly { readonly value: string }[];
    readonly severity: NamedNode;
    readonly constraintComponent: NamedNode;
    readonly shape: { readonly ptr: { readonly term: Term } };
  }

  export class Validator {
    constructor(shapes: DatasetCore, options: { factory: unknown });
    /** All shapes, those inside others among them. */
    readonly shapes: ReadonlyMap<Term, { readonly ptr: { readonly term: Term } }>;
    /** Of the dataset only `match` is called, of what it gives `size` and the iterator. */
    validate(
      data: {
        dataset: { match(subject?: Term | null, predicate?: Term | null, object?: Term | null): ReadonlySet<unknown> };
      },
      shapes: readonly { readonly term: Term }[],
    ): Promise<{ readonly results: readonly Result[] }>;
  }
}
