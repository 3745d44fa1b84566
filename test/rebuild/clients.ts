/** Clients that ask without a pause what tells one build from another, and keep what came of it. */
import { marked, marks, marksIn } from './marked-notes.js';

/** What one request came to. */
export interface Asked {
  readonly phase: string;
  readonly milliseconds: number;
  /** Undefined: it was answered, of one graph, and that the one that was to be asked. */
  readonly fault?: 'failed' | 'mixed' | 'old';
  /** What was asked, and the status or the error. */
  readonly says: string;
}

export interface Clients {
  /** What is asked from now on is of this phase. */
  enter(phase: string): void;
  /** Whoever asks from now on has to be answered from this build. */
  expect(mark: string): void;
  stop(): Promise<readonly Asked[]>;
}

let asked = 0;

/** New each time, so that nobody has kept the answer. */
const query = (): string => {
  asked += 1;
  return `SELECT ?title { ?d <http://purl.org/dc/terms/title> ?title ; a <http://www.w3.org/ns/dcat#Dataset> FILTER(CONTAINS(STR(?title), " Register") && STR(?title) != "${asked}") }`;
};

/** Each of another way through the server; all that they answer names every marked dataset. */
const doors: readonly (() => string)[] = [
  () => `/sparql?format=csv&query=${encodeURIComponent(query())}`,
  () => '/datasets.csv?q=register',
  () => '/catalog.ttl',
  () => `/sparql?format=csv&query=${encodeURIComponent(query())}`,
  () => '/catalog.ttl?q=register&page=1&limit=100',
  () => '/search?q=Register&limit=50',
];

const orderOf = (mark: string): number => (marks as readonly string[]).indexOf(mark);

/** `wanted`: the mark of the build that was there when it was asked. */
function faultOf(text: string, path: string, wanted: string | undefined): Asked['fault'] {
  const found = marksIn(text);
  if (found.length > 1) return 'mixed';
  if (path.startsWith('/search')) return undefined;
  const [mark] = found;
  if (mark === undefined) return 'mixed';
  const names = new Set(text.match(new RegExp(`${mark} \\w+ Register`, 'g')));
  if (names.size < marked) return 'mixed';
  // One that is newer has come meanwhile.
  return wanted !== undefined && orderOf(mark) < orderOf(wanted) ? 'old' : undefined;
}

export function startClients(origin: string, count: number): Clients {
  const all: Asked[] = [];
  let phase = 'before';
  let wanted: string | undefined;
  let isOver = false;

  async function askOnce(path: string): Promise<Asked> {
    const [at, mark, started] = [phase, wanted, performance.now()];
    const since = (): number => performance.now() - started;
    try {
      const response = await fetch(origin + path, { headers: { accept: 'text/html, */*;q=0.5' } });
      const text = await response.text();
      const fault = response.status === 200 ? faultOf(text, path, mark) : 'failed';
      const says = `${path}: ${response.status}, with ${marksIn(text).join(' and ') || 'no mark'} in ${text.length} characters`;
      return { phase: at, milliseconds: since(), ...(fault && { fault }), says };
    } catch (error) {
      return { phase: at, milliseconds: since(), fault: 'failed', says: `${path}: ${error}` };
    }
  }

  const running = Array.from({ length: count }, async (_, at) => {
    for (let n = at; !isOver; n += 1) all.push(await askOnce(doors[n % doors.length]?.() ?? '/'));
  });
  return {
    enter(next) {
      phase = next;
    },
    expect(mark) {
      wanted = mark;
    },
    async stop() {
      isOver = true;
      await Promise.all(running);
      return all;
    },
  };
}
