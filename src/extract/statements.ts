/** What is said of one thing: each statement once, with the passages that make it. */
import type { Passage } from '../notes/note.js';

export interface Statement {
  readonly property: string;
  readonly object: unknown;
  /** Replaced, never added to: all statements of one passage share the list of it alone. */
  passages: readonly Passage[];
  readonly rule: string;
}

/** One passage is enough for a statement that a text repeats a thousand times; a few show that it does. */
const mostPassages = 8;

/** Most things have fewer statements than this, found by looking through them: a map for each would be twice as large. */
const few = 12;

/** Things and organisations are told apart by what names them, other objects by all they hold. */
function objectKey(object: unknown): string {
  if (typeof object !== 'object' || object === null) return String(object);
  if ('statements' in object && 'key' in object && 'type' in object) return `${object.type}:${object.key}`;
  if ('slug' in object && 'acronym' in object) return `organisation:${object.slug}`;
  // One subject is one statement, whatever words it is called by next.
  if ('slug' in object && 'text' in object) return `theme:${object.slug}`;
  return JSON.stringify(object);
}

const keyOf = (property: string, object: unknown): string => `${property} ${objectKey(object)}`;

const isSame = (one: unknown, other: unknown): boolean =>
  one === other || (typeof one === 'object' && objectKey(one) === objectKey(other));

let alone: readonly Passage[] = [];

/** The list of one passage. */
function listOf(passage: Passage): readonly Passage[] {
  if (alone[0] !== passage) alone = [passage];
  return alone;
}

const mapOf = <S extends Statement>(list: readonly S[]): Map<string, S> =>
  new Map(list.map((statement) => [keyOf(statement.property, statement.object), statement]));

/** In the order in which they were first made. */
export class Statements<S extends Statement> implements Iterable<S> {
  private list: S[] = [];
  private byKey: Map<string, S> | undefined;

  [Symbol.iterator](): Iterator<S> {
    return this.list[Symbol.iterator]();
  }

  /** Adds a statement; the same one twice is one with two passages. */
  add(property: string, object: unknown, passage: Passage, rule: string): void {
    const present = this.find(property, object);
    if (present === undefined) this.append({ property, object, passages: listOf(passage), rule } as S);
    else if (present.passages.length < mostPassages && !present.passages.includes(passage))
      present.passages = present.passages.concat(passage);
  }

  /** Takes back what was said before. */
  retract(matches: (statement: S) => boolean): void {
    const kept = this.list.filter((statement) => !matches(statement));
    if (kept.length === this.list.length) return;
    this.list = kept;
    if (this.byKey !== undefined) this.byKey = mapOf(kept);
  }

  private find(property: string, object: unknown): S | undefined {
    if (this.byKey !== undefined) return this.byKey.get(keyOf(property, object));
    return this.list.find((other) => other.property === property && isSame(other.object, object));
  }

  private append(statement: S): void {
    if (this.byKey !== undefined) {
      this.list.push(statement);
      this.byKey.set(keyOf(statement.property, statement.object), statement);
      return;
    }
    // A copied list is as long as it must be; one that grows takes room for sixteen more.
    this.list = this.list.concat(statement);
    if (this.list.length > few) this.byKey = mapOf(this.list);
  }
}
