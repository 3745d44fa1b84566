/** What we use of rdf-canonize, which comes without types. */
declare module 'rdf-canonize' {
  /** As the library reads it: plain terms, of which it takes the type and the values. */
  export interface CanonicalTerm {
    readonly termType: string;
    readonly value: string;
    readonly language?: string;
    readonly datatype?: { readonly value: string };
  }

  export interface CanonicalQuad {
    readonly subject: CanonicalTerm;
    readonly predicate: CanonicalTerm;
    readonly object: CanonicalTerm;
    readonly graph: CanonicalTerm;
  }

  const library: {
    /** Canonical N-Quads; throws where that would take more steps than the work factor allows. */
    canonize(
      dataset: readonly CanonicalQuad[],
      options: {
        readonly algorithm: 'RDFC-1.0';
        /** Filled with the canonical label of each label. */
        readonly canonicalIdMap?: Map<string, string>;
        /** Steps, as a power of how many nodes look alike. */
        readonly maxWorkFactor?: number;
        readonly signal?: AbortSignal;
      },
    ): Promise<string>;
  };
  export default library;
}
