/** What each of the compared engines does. */
export interface Engine {
  /** How many statements it holds. */
  size(): number;
  /** The answer as it goes over the wire: SPARQL JSON, or N-Triples. */
  answer(query: string, kind: 'rows' | 'truth' | 'triples'): Promise<string | readonly Uint8Array[]>;
  /** What it does by itself when it has been opened and nobody asks yet. */
  settle?(): Promise<void>;
  /** All that it holds. */
  dump(format: 'nquads' | 'jsonld'): Promise<number>;
}

/** How an engine gets at a file of N-Quads. */
export interface EngineModule {
  /** What it makes of the file to start from, once; without one it starts from the file itself. */
  prepare?(file: string): Promise<string>;
  open(file: string): Promise<Engine>;
}
