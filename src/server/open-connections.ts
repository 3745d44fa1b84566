/** What is going on on each connection: which requests are being answered, and since when nothing is. */
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export class OpenConnections {
  /** Answers under way, in the order of their requests. */
  readonly #answers = new Map<Socket, Set<ServerResponse>>();
  /** Those without one, the longest idle first. */
  readonly #idle = new Set<Socket>();
  /** Answered before the request had come in whole: what comes next is the rest of it. */
  readonly #answeredEarly = new WeakSet<Socket>();
  /** To be closed when all is answered. */
  readonly #last = new WeakSet<Socket>();

  open(socket: Socket): void {
    this.#answers.set(socket, new Set());
    this.#idle.add(socket);
    socket.once('close', () => {
      this.#answers.delete(socket);
      this.#idle.delete(socket);
    });
  }

  begin(socket: Socket, response: ServerResponse): void {
    this.#answers.get(socket)?.add(response);
    this.#idle.delete(socket);
    this.#answeredEarly.delete(socket);
    response.once('close', () => this.#end(socket, response));
  }

  #end(socket: Socket, response: ServerResponse): void {
    const answers = this.#answers.get(socket);
    answers?.delete(response);
    if (answers === undefined || answers.size > 0) return;
    this.#idle.add(socket);
    if (!response.req.complete) this.#answeredEarly.add(socket);
    if (this.#last.has(socket)) socket.end();
  }

  get size(): number {
    return this.#answers.size;
  }

  /** Answers under way. */
  pending(socket: Socket): number {
    return this.#answers.get(socket)?.size ?? 0;
  }

  isBusy(socket: Socket): boolean {
    return this.pending(socket) > 0;
  }

  busy(): Socket[] {
    return [...this.#answers.keys()].filter((socket) => !this.#idle.has(socket));
  }

  closeWhenAnswered(socket: Socket): void {
    this.#last.add(socket);
  }

  closeAllWhenAnswered(): void {
    for (const socket of this.#idle) socket.end();
    for (const socket of this.busy()) this.closeWhenAnswered(socket);
  }

  /** The last answer under way, if its request is still coming in. */
  incomplete(socket: Socket): ServerResponse | undefined {
    const last = [...(this.#answers.get(socket) ?? [])].at(-1);
    return last?.req.complete === false ? last : undefined;
  }

  /** Whether a status line would be taken for the answer to what the client has sent. */
  maySpeak(socket: Socket): boolean {
    const answers = this.#answers.get(socket) ?? new Set();
    const [only] = answers;
    return answers.size === 0 ? !this.#answeredEarly.has(socket) : answers.size === 1 && only?.headersSent === false;
  }

  /** The one to be closed first: idle the longest, else the newest. */
  get leastNeeded(): Socket | undefined {
    return this.#idle.values().next().value ?? [...this.#answers.keys()].at(-1);
  }
}
