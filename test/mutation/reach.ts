/**
 * Where it shows that a mutant is there. For code that runs in a test that is where it stands; for what runs once, as its
 * module is loaded, wherever a function speaks of what was made then.
 */
import type ts from 'typescript';
import { isFunction, readStatements, type Statement } from './references.js';

export interface Place {
  readonly file: string;
  readonly at: number;
}

export interface Reach {
  /** All places that may be asked for. */
  readonly places: readonly Place[];
  isInFunction(place: Place): boolean;
  /** Where what a stretch of top-level code made is used. */
  usesOf(place: Place): readonly Place[];
  /** Whether nothing else was made of what this top-level code made, as modules were loaded. */
  isKeptWhole(place: Place): boolean;
}

interface User {
  readonly statement: Statement;
  readonly at: number;
  readonly inFunction: boolean;
  readonly inCall: boolean;
}

function indexUsers(statements: readonly Statement[]): Map<string, User[]> {
  const users = new Map<string, User[]>();
  for (const statement of statements)
    for (const { to, ...reference } of statement.references) {
      const known = users.get(to) ?? [];
      users.set(to, known);
      known.push({ statement, ...reference });
    }
  return users;
}

/** Follows what was made, from name to name, until functions speak of it. */
function follow(origin: Statement, isMade: boolean, users: ReadonlyMap<string, readonly User[]>): Place[] {
  const places: Place[] = [];
  const seen = new Set<string>();
  const waiting = origin.names.map((name) => ({ name, made: isMade }));
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    const { name, made } = one;
    if (seen.has(`${name} ${made}`)) continue;
    seen.add(`${name} ${made}`);
    for (const { statement, at, inFunction, inCall } of users.get(name) ?? []) {
      // A test's own `describe` runs as its file is loaded: what it speaks of there may be seen by all its tests.
      if (inFunction && (made || statement.names.length === 0)) places.push({ file: statement.file, at });
      // A function that is only mentioned has made nothing yet.
      const makes = !inFunction && (made || inCall);
      if (makes || inFunction) waiting.push(...statement.names.map((next) => ({ name: next, made: makes })));
    }
  }
  return places;
}

export function createReach(modules: ReadonlyMap<string, ts.SourceFile>): Reach {
  const byFile = new Map([...modules].map(([file, module]) => [file, readStatements(file, module)]));
  const statements = [...byFile.values()].flat();
  const users = indexUsers(statements);
  const isInFunction = ({ file, at }: Place): boolean => isLater(modules.get(file), at);
  const known = new Map<string, Place[]>();
  const statementAt = ({ file, at }: Place): Statement | undefined =>
    byFile.get(file)?.find(({ start, end }) => start <= at && at < end);
  return {
    places: statements.flatMap(({ file, references }) =>
      references.flatMap(({ at, inFunction }) => (inFunction ? [{ file, at }] : [])),
    ),
    isInFunction,
    usesOf(place) {
      const statement = statementAt(place);
      if (statement === undefined) return [];
      const isMade = !isInFunction(place);
      const key = `${place.file}:${statement.start} ${isMade}`;
      const uses = known.get(key) ?? follow(statement, isMade, users);
      known.set(key, uses);
      return uses;
    },
    isKeptWhole: (place) =>
      statementAt(place)?.names.every((name) =>
        (users.get(name) ?? []).every(({ inFunction, inCall }) => inFunction || !inCall),
      ) ?? false,
  };
}

function isLater(module: ts.SourceFile | undefined, at: number): boolean {
  let later = false;
  const visit = (node: ts.Node): void => {
    if (node.getStart() > at || node.getEnd() <= at) return;
    // The body of a function is later; its default values too.
    if (isFunction(node) && node.getStart() < at) later = true;
    node.forEachChild(visit);
  };
  module?.forEachChild(visit);
  return later;
}
