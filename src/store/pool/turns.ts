/** A queue in which clients take turns: one that sends much waits behind its own, not before others. */

export interface Turns<T> {
  add(client: string, item: T): void;
  /** The next of the client whose turn it is. */
  next(): T | undefined;
  /** False where it waits no longer. */
  remove(client: string, item: T): boolean;
  waiting(client: string): number;
  readonly size: number;
}

export function createTurns<T>(): Turns<T> {
  // A client moves to the end of the map when it had its turn.
  const clients = new Map<string, T[]>();
  let size = 0;
  return {
    add(client, item) {
      const own = clients.get(client);
      if (own === undefined) clients.set(client, [item]);
      else own.push(item);
      size += 1;
    },
    next() {
      const [first] = clients;
      if (first === undefined) return undefined;
      const [client, own] = first;
      const item = own.shift();
      clients.delete(client);
      if (own.length > 0) clients.set(client, own);
      size -= 1;
      return item;
    },
    remove(client, item) {
      const own = clients.get(client) ?? [];
      const at = own.indexOf(item);
      if (at < 0) return false;
      own.splice(at, 1);
      if (own.length === 0) clients.delete(client);
      size -= 1;
      return true;
    },
    waiting: (client) => clients.get(client)?.length ?? 0,
    get size() {
      return size;
    },
  };
}
