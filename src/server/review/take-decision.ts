/** Takes a decision that a form has sent: checks it against the graph, and writes it to its file. */
import { join } from 'node:path';
import { decide } from '../../curation/decide.js';
import { parseStatement, type WrittenStatement } from '../../curation/decision.js';
import { readDecided, writeDecision } from '../../curation/decision-files.js';
import { uniqueQuote } from '../../curation/unique-quote.js';
import { rdf, type Term } from '../../rdf.js';
import type { Asking } from '../asking.js';
import { HttpFault } from '../http-fault.js';
import { readRows } from '../read-rows.js';
import type { Services } from '../services.js';
import { readCandidates } from './read-candidates.js';
import { readNoteText } from './read-note-text.js';

export const decisionsFolder = ({ config }: Services): string => join(config.data, 'curation');

/** So much may be typed into a field. */
const longest = 2000;

const fieldOf = (form: URLSearchParams, name: string): string => {
  const text = (form.get(name) ?? '').trim();
  if (text.length > longest) throw new HttpFault(400, `${name} is longer than ${longest} characters`);
  return text;
};

/** A period may be one that no note speaks of yet. */
const isMade = (path: string): boolean => /^period\/\d{4}(?:-(?:\d{4})?)?$/.test(path);

/** What is ours must be there: a name that was mistyped would stop the next build. */
async function requireKnown(services: Services, statement: WrittenStatement, asking: Asking): Promise<void> {
  const { base } = services.config;
  const { subject, object } = parseStatement(statement, base, (reason) => {
    throw new HttpFault(400, `the statement ${reason}`);
  });
  const isKnown = async (term: Term): Promise<boolean> =>
    !term.value.startsWith(base) ||
    isMade(term.value.slice(base.length)) ||
    (await readRows(services, 'pages/review-known', { ...asking, bindings: { thing: rdf.namedNode(term.value) } }, 1))
      .length > 0;
  if (!subject.value.startsWith(base) || !(await isKnown(subject)))
    throw new HttpFault(400, `nothing in the graph is called ${statement.subject}`);
  if (object.termType === 'NamedNode' && !(await isKnown(object)))
    throw new HttpFault(400, `nothing in the graph is called ${statement.object}`);
}

/** Throws an {@link HttpFault} that says why it is none. */
export async function takeDecision(services: Services, form: URLSearchParams, asking: Asking): Promise<void> {
  const says = form.get('says');
  if (says !== 'accept' && says !== 'reject' && says !== 'edit')
    throw new HttpFault(400, 'says is to be accept, reject or edit');
  const who = fieldOf(form, 'who');
  if (who === '') throw new HttpFault(400, 'a decision needs the name of who takes it');
  const slug = fieldOf(form, 'note');
  const text = await readNoteText(services, slug, asking);
  if (text === undefined) throw new HttpFault(404, `there is no note "${slug}" here`);
  const candidates = await readCandidates(services, { slug, text }, asking);
  const candidate = candidates.find(({ id }) => id === form.get('candidate'));
  if (candidate === undefined) throw new HttpFault(404, 'there is no such candidate; it may be of an older graph');
  if ((await readDecided(decisionsFolder(services))).has(candidate.id))
    throw new HttpFault(409, 'this was decided already');
  const [subject, predicate, object] = ['subject', 'predicate', 'object'].map((name) => fieldOf(form, name));
  const edited =
    says === 'edit' ? { subject: subject ?? '', predicate: predicate ?? '', object: object ?? '' } : undefined;
  if (edited !== undefined) await requireKnown(services, edited, asking);
  const points = [...text];
  const at = (offset: number): number => points.slice(0, offset).join('').length;
  const quote = uniqueQuote(text, at(candidate.start), at(candidate.end));
  if (quote === undefined) throw new HttpFault(409, 'the note repeats itself: no words of it stand there once');
  // The day in UTC: whose day it is, nobody here can know.
  const when = new Date().toISOString().slice(0, 10);
  const choice = { says, who, when, why: fieldOf(form, 'why'), ...(edited && { statement: edited }) } as const;
  try {
    await writeDecision(decisionsFolder(services), decide(candidate, choice, quote), services.config.base);
  } catch (error) {
    throw toFault(error as NodeJS.ErrnoException);
  }
}

function toFault({ message, code }: NodeJS.ErrnoException): HttpFault {
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM' || code === 'ENOSPC')
    return new HttpFault(500, `the folder of decisions cannot be written (${code})`);
  return new HttpFault(message.includes('decided already') ? 409 : 400, message);
}
