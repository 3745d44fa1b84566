/** Reads the curators' decisions and describes each in quads of a graph of its own; what a note was read to say stays there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Decision,
  isOnStatement,
  isOnThings,
  parseDecision,
  type StatementDecision,
  type ThingsDecision,
} from '../curation/decision.js';
import { type Iris, slugify } from '../iris.js';
import type { Span } from '../notes/note.js';
import { type Quad, rdf } from '../rdf.js';
import { dct, foaf, owl, prov, rdfs, rdfTerms, skos } from '../vocabularies.js';
import { type ClaimEvidence, claimIri, describeClaim } from './claim.js';
import { findQuote } from './find-quote.js';
import { dateLiteral } from './literals.js';
import { findClaims, type NoteGraph, objectsOf } from './note-graph.js';
import { describePeriod, parsePeriod } from './period.js';

/** Reads all `*.yaml` of a folder, by name; a folder that is not there holds none. `base` is for relative IRIs. */
export function readCuration(folder: string, base: string): Decision[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
  const decisions = files.sort().map((name) => {
    const file = join(folder, name);
    return parseDecision(readFileSync(file, 'utf8'), file, base);
  });
  const seen = new Set<string>();
  for (const { id, fail } of decisions) if (seen.size === seen.add(id).size) fail('id', `"${id}" is used twice`);
  return decisions;
}

/** What a decision adds to its own graph, and which triples it takes out of the note's. */
export interface Curated {
  readonly quads: readonly Quad[];
  readonly retracted: readonly Quad[];
}

/** An Error `file:line: reason` where the note does not hold the quote, or is not read as saying what is taken back. */
export function describeDecision(decision: Decision, noteGraph: NoteGraph, iris: Iris): Curated {
  const { note, passages } = noteGraph;
  const span = findQuote(decision.quote, note, (reason) => decision.fail('quote', reason));
  const quads = [...describeActivity(decision, iris), ...passages.describe(span)];
  if (isOnStatement(decision)) {
    const { quads: said, retracted } = describeStatements(decision, noteGraph, span, iris);
    return { quads: [...quads, ...said], retracted };
  }
  const used = rdf.quad(iris.curation(decision.id), prov.used, passages.iri(span));
  return { quads: [...quads, used, ...(isOnThings(decision) ? describeThings(decision, iris) : [])], retracted: [] };
}

/** Who asks for the name that is given up is led to the one that is kept. */
function describeThings({ action, things }: ThingsDecision, iris: Iris): Quad[] {
  const [one, other] = [iris.thing(things[0]), iris.thing(things[1])];
  return [action === 'same' ? rdf.quad(other, dct.isReplacedBy, one) : rdf.quad(one, owl.differentFrom, other)];
}

/** What is said, and what is taken back. */
function describeStatements(decision: StatementDecision, noteGraph: NoteGraph, span: Span, iris: Iris): Curated {
  const { note, passages } = noteGraph;
  const { action, who, statement, replacement, fail } = decision;
  const iri = iris.curation(decision.id);
  const evidence: ClaimEvidence = {
    note: iris.note(note.slug),
    passages: [passages.iri(span)],
    attribution: 'stated',
    foundBy: who,
  };
  const fallen = action === 'assert' ? undefined : statement;
  const claims = fallen === undefined ? [] : findClaims(fallen, noteGraph);
  if (fallen !== undefined && claims.length === 0) fail('statement', notSaid(fallen, noteGraph, iris));
  const added = action === 'assert' ? statement : replacement;
  const names = fallen !== undefined && added !== undefined ? [labelOf(fallen), labelOf(added)] : [];
  const quads = [
    ...claims.map((claim) => rdf.quad(iri, prov.invalidated, claim)),
    ...(claims.length > 0 ? [rdf.quad(iri, prov.used, passages.iri(span))] : []),
    ...(added === undefined ? [] : describeAddition(added, evidence, iri, iris)),
    ...names.slice(1).flatMap((label) => label ?? []),
  ];
  // Pages and questions show rdfs:label, which is no statement of the note's and follows the name.
  return { quads, retracted: [fallen, ...names.slice(0, 1)].flatMap((triple) => triple ?? []) };
}

/** Who decided, when and why. */
function describeActivity({ id, who, when, why }: Decision, iris: Iris): Quad[] {
  const iri = iris.curation(id);
  const curator = iris.curator(slugify(who));
  return [
    rdf.quad(iri, rdfTerms.type, prov.Activity),
    rdf.quad(iri, dct.description, rdf.literal(why, 'en')),
    rdf.quad(iri, dct.date, dateLiteral(when)),
    rdf.quad(iri, prov.wasAssociatedWith, curator),
    rdf.quad(curator, rdfTerms.type, foaf.Agent),
    rdf.quad(curator, rdfTerms.type, prov.Agent),
    rdf.quad(curator, foaf.name, rdf.literal(who)),
  ];
}

/** The statement with a claim of its own; a period that no note speaks of is described too. */
function describeAddition(triple: Quad, evidence: ClaimEvidence, decision: Quad['subject'], iris: Iris): Quad[] {
  const period = parsePeriod(triple.object, iris);
  return [
    triple,
    ...describeClaim(triple, evidence, iris),
    rdf.quad(decision, prov.generated, claimIri(triple, evidence, iris)),
    ...(period === undefined ? [] : describePeriod(period, iris, 'en').quads),
  ];
}

const naming = [dct.title, foaf.name, skos.prefLabel];
const labelOf = ({ subject, predicate, object }: Quad): Quad | undefined =>
  naming.some((property) => property.equals(predicate)) ? rdf.quad(subject, rdfs.label, object) : undefined;

/** That a note does not say what is taken back, and what it says instead. */
function notSaid(triple: Quad, noteGraph: NoteGraph, { base }: Iris): string {
  const said = objectsOf(triple, noteGraph).map((term) =>
    term.termType === 'NamedNode' ? `<${term.value.replace(base, '')}>` : JSON.stringify(term.value),
  );
  const instead = said.length === 0 ? 'nor anything with this subject and predicate' : `but ${said.join(', ')}`;
  return `the note "${noteGraph.note.slug}" is not read as saying this, ${instead}`;
}
