/** Writes to an index and keeps what that changed, so that an update is undone whole, or told to others. */
import { EventEmitter } from 'node:events';
import { type Quad, rdf, type Term } from '../rdf.js';
import { writeQuad } from '../serialise/terms.js';
import type { Change } from './change.js';
import type { N3Store } from './n3-store.js';

/** What Comunica's updates write to: the part of RDF/JS's Store that they use. */
export interface Destination {
  import(quads: EventEmitter): EventEmitter;
  remove(quads: EventEmitter): EventEmitter;
  deleteGraph(graph: Term): EventEmitter;
  match(subject?: Term, predicate?: Term, object?: Term, graph?: Term): EventEmitter;
}

export interface Recorder {
  readonly destination: Destination;
  /** Adds what is not there yet. */
  add(quad: Quad): void;
  /** Removes what is there. */
  remove(quad: Quad): void;
  /** What all writes so far come to: what was added and removed again is in neither list. */
  change(): Change;
  /** Puts the index back as it was. */
  undo(): void;
}

/** Calls `write` for each quad of a stream; the emitter that is given back ends after the last one. */
function writeEach(quads: EventEmitter, write: (quad: Quad) => void): EventEmitter {
  const done = new EventEmitter();
  quads.on('error', (error) => done.emit('error', error));
  quads.on('end', () => done.emit('end'));
  quads.on('data', write);
  return done;
}

/** Emits the quads, then the end, once the caller had time to listen. */
function emitEach(quads: Iterable<Quad>): EventEmitter {
  const emitter = new EventEmitter();
  setImmediate(() => {
    for (const quad of quads) emitter.emit('data', quad);
    emitter.emit('end');
  });
  return emitter;
}

export function createRecorder(index: N3Store): Recorder {
  const added = new Map<string, Quad>();
  const removed = new Map<string, Quad>();

  function add(quad: Quad): void {
    if (index.has(quad)) return;
    index.addQuad(quad);
    const key = writeQuad(quad);
    if (!removed.delete(key)) added.set(key, quad);
  }

  function remove(quad: Quad): void {
    if (!index.has(quad)) return;
    index.removeQuad(quad);
    const key = writeQuad(quad);
    if (!added.delete(key)) removed.set(key, quad);
  }

  return {
    destination: {
      import: (quads) => writeEach(quads, add),
      remove: (quads) => writeEach(quads, remove),
      deleteGraph(graph) {
        for (const quad of [...index.readQuads(null, null, null, graph)]) remove(quad);
        return emitEach([]);
      },
      match: (s, p, o, g) => emitEach(index.readQuads(s, p, o, g)),
    },
    add: (quad) => add(rdf.quad(quad.subject, quad.predicate, quad.object, quad.graph)),
    remove,
    change: () => ({ removed: [...removed.values()], added: [...added.values()] }),
    undo() {
      for (const quad of added.values()) index.removeQuad(quad);
      for (const quad of removed.values()) index.addQuad(quad);
      added.clear();
      removed.clear();
    },
  };
}
