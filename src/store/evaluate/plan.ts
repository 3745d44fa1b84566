/** What a part of a query is compiled to: it is run on a row, and calls back for every way in which the row goes on. */
import type { Clock } from '../clock.js';
import type { IdView } from '../dataset-view.js';
import { QueryFault } from '../graph-store.js';
import { QueryTerms } from './query-terms.js';

/** Ids by slot; 0 where a variable has no value. One row is used all along: whoever sets a slot takes its value out again. */
export type Row = Uint32Array;

/** False: no more is wanted. */
export type Emit = () => boolean;

export interface Slots {
  /** That may have a value. */
  readonly possible: ReadonlySet<number>;
  /** That have one in every row. */
  readonly certain: ReadonlySet<number>;
}

export interface Plan extends Slots {
  /** Hands on what `emit` says. */
  run(row: Row, emit: Emit): boolean;
}

export const noSlots: Slots = { possible: new Set(), certain: new Set() };

export const both = (a: ReadonlySet<number>, b: ReadonlySet<number>): Set<number> => new Set([...a, ...b]);

export const common = (a: ReadonlySet<number>, b: ReadonlySet<number>): number[] =>
  [...a].filter((slot) => b.has(slot));

export const joined = (a: Slots, b: Slots): Slots => ({
  possible: both(a.possible, b.possible),
  certain: both(a.certain, b.certain),
});

/** Of all parts of a query. */
interface Common {
  slots: number;
  ticks: number;
  /** Of the ticks between two looks at the clock. */
  readonly mask: number;
  counted: number;
  /** Bytes that may still be taken. */
  bytesLeft: number;
  readonly baseIri: string | undefined;
  /** When it was asked. */
  readonly now: Date;
}

/** What a query is asked with. */
interface Circumstances {
  readonly clock: Clock;
  /** That it may take. */
  readonly bytes: number;
  readonly baseIri?: string | undefined;
}

function spend(common: Common, bytes: number): void {
  common.bytesLeft -= bytes;
  if (common.bytesLeft < 0) throw new QueryFault('memory', 'the query needed more memory than it may have');
}

/** What compiling and running have in common, for one query. */
export class Context {
  readonly #names: Map<string, number>;

  constructor(
    readonly view: IdView,
    readonly terms: QueryTerms,
    private readonly clock: Clock,
    names: Iterable<readonly [string, number]>,
    private readonly common: Common,
  ) {
    this.#names = new Map(names);
  }

  /** For a query of its own. */
  static create(view: IdView, { clock, bytes, baseIri }: Circumstances): Context {
    const mask = clock.interval - 1;
    const common: Common = { slots: 0, ticks: 0, mask, counted: 0, bytesLeft: bytes, baseIri, now: new Date() };
    return new Context(view, new QueryTerms(view.dictionary, (spent) => spend(common, spent)), clock, [], common);
  }

  get baseIri(): string | undefined {
    return this.common.baseIri;
  }

  /** One time a query. */
  get now(): Date {
    return this.common.now;
  }

  /** Of a variable that is the same wherever it is named. */
  slot(name: string): number {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    this.common.slots += 1;
    const slot = this.common.slots - 1;
    this.#names.set(name, slot);
    return slot;
  }

  /** Another number each time. */
  countUp(): number {
    this.common.counted += 1;
    return this.common.counted;
  }

  /** Within a subquery: other variables than those that it hands on are its own, whatever they are called. */
  within(visible: ReadonlySet<string>): Context {
    const names = [...visible].map((name) => [name, this.slot(name)] as const);
    return new Context(this.view, this.terms, this.clock, names, this.common);
  }

  createRow(): Row {
    return new Uint32Array(this.common.slots);
  }

  /** To be called before so much is kept. Throws when that is more than a query may. */
  readonly spend = (bytes: number): void => spend(this.common, bytes);

  /** To be called in every loop. Throws when the query's time is over. */
  tick(): void {
    this.common.ticks += 1;
    if ((this.common.ticks & this.common.mask) === 0) this.look();
  }

  /** Throws when the query's time is over. */
  readonly look = (): void => {
    if (this.clock.isOver()) this.clock.check();
  };
}
