/**
 * Comunica's parts by name. It is built of actors on buses, and lets none be chosen when an engine is made: what an actor
 * does wrong is put right in it. A name that is gone is an error when the engine is made, so that an upgrade cannot undo
 * a correction unseen.
 */

/** A part; what it is asked and what it gives differs from bus to bus. */
export interface Actor {
  readonly name: string;
}

interface Bus {
  readonly actors: readonly Actor[];
  unsubscribe(actor: Actor): boolean;
}

export interface EngineParts {
  /** The actor of that name, as `query-operation#group`. */
  find<T extends Actor>(name: string): T;
  /** All whose name begins so. */
  findAll<T extends Actor>(prefix: string): T[];
  /** Takes it off its bus: it is never asked again. */
  remove(name: string): void;
}

const isBus = (value: object): value is Bus => 'actors' in value && Array.isArray(value.actors);

/** How parts hold each other. */
const reference = /^(?:actor|actors|bus|mediator)/;

function collectBuses(engine: object): Set<Bus> {
  const seen = new Set<object>();
  const buses = new Set<Bus>();
  const waiting: unknown[] = [engine];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (isBus(value)) buses.add(value);
    if (Array.isArray(value)) waiting.push(...value);
    else waiting.push(...Object.entries(value).flatMap(([key, part]) => (reference.test(key) ? [part] : [])));
  }
  return buses;
}

export function findEngineParts(engine: object): EngineParts {
  const buses = collectBuses(engine);
  const shortName = ({ name }: Actor): string => name.replace(/^urn:comunica:default:/, '').replace('/actors#', '#');

  function place(name: string): { readonly bus: Bus; readonly actor: Actor } {
    for (const bus of buses) for (const actor of bus.actors) if (shortName(actor) === name) return { bus, actor };
    throw new Error(`Comunica has no actor "${name}" any more: see src/store/corrections/`);
  }

  return {
    find: <T extends Actor>(name: string) => place(name).actor as T,
    findAll: <T extends Actor>(prefix: string) =>
      [...buses].flatMap((bus) => bus.actors.filter((actor) => shortName(actor).startsWith(prefix)) as T[]),
    remove(name) {
      const { bus, actor } = place(name);
      bus.unsubscribe(actor);
    },
  };
}
