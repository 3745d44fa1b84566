/** The outcome of every test in EARL 1.0 (https://www.w3.org/TR/EARL10-Schema/), as the W3C collects it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/config.js';
import { type Quad, rdf } from '../../src/rdf.js';
import { writeTurtle } from '../../src/serialise/turtle.js';
import type { Outcome, SuiteReport } from './suite.js';

const earl = (name: string) => rdf.namedNode(`http://www.w3.org/ns/earl#${name}`);
const doap = (name: string) => rdf.namedNode(`http://usefulinc.com/ns/doap#${name}`);
const type = rdf.namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type');
const info = rdf.namedNode('http://purl.org/dc/terms/description');

const subject = rdf.namedNode('https://w3id.org/migraph/');
const assertor = rdf.namedNode('https://w3id.org/migraph/conformance');

const outcomes: Readonly<Record<Outcome['result'], string>> = {
  passed: 'passed',
  failed: 'failed',
  skipped: 'untested',
};

function* describeSubject(): Generator<Quad> {
  const { name, version, description } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
  yield rdf.quad(subject, type, earl('TestSubject'));
  yield rdf.quad(subject, type, doap('Project'));
  yield rdf.quad(subject, doap('name'), rdf.literal(name));
  yield rdf.quad(subject, doap('description'), rdf.literal(description));
  yield rdf.quad(subject, doap('revision'), rdf.literal(version));
  yield rdf.quad(assertor, type, earl('Assertor'));
}

function* describeOutcome({ iri, result, reason }: Outcome, suite: string, number: number): Generator<Quad> {
  const [assertion, outcome] = [rdf.blankNode(`a${number}`), rdf.blankNode(`r${number}`)];
  yield rdf.quad(assertion, type, earl('Assertion'));
  yield rdf.quad(assertion, earl('assertedBy'), assertor);
  yield rdf.quad(assertion, earl('subject'), subject);
  yield rdf.quad(assertion, earl('test'), rdf.namedNode(iri));
  yield rdf.quad(assertion, earl('mode'), earl('automatic'));
  yield rdf.quad(assertion, earl('result'), outcome);
  yield rdf.quad(outcome, type, earl('TestResult'));
  yield rdf.quad(outcome, earl('outcome'), earl(outcomes[result]));
  yield rdf.quad(outcome, earl('info'), rdf.literal(suite));
  if (reason !== undefined) yield rdf.quad(outcome, info, rdf.literal(reason));
}

/** In Turtle. It holds no date: the same outcomes give the same bytes. */
export function writeEarl(reports: readonly SuiteReport[]): string {
  const all = reports.flatMap(({ suite, outcomes: those }) => those.map((one) => ({ one, suite: suite.name })));
  const described = all.flatMap(({ one, suite }, number) => [...describeOutcome(one, suite, number)]);
  return [...writeTurtle([...describeSubject(), ...described])].join('');
}
