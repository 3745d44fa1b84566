/** Tests the rules by short passages: what a text says of a thing, as one line a property. */
import { expect } from 'chai';
import type { Claim, Extraction, Property } from '../../src/extract/claim.js';
import { createAgencyLike, extractClaims } from '../../src/extract/extract.js';
import { type NoteReading, parseNote } from '../../src/notes/read.js';
import { gazetteers } from './recognises.js';

const agencyLike = createAgencyLike(gazetteers);

export function readText(text: string): { note: NoteReading; extraction: Extraction } {
  const note = parseNote('passage.txt', text, { agencyLike });
  return { note, extraction: extractClaims(note, gazetteers) };
}

const years = ({ start, end }: { start: number; end: number | null }): string =>
  start === end ? String(start) : `${start}-${end ?? ''}`;

/** The object of a claim in a word or two. */
function show(claim: Claim): string {
  switch (claim.property) {
    case 'period':
      return years(claim.object);
    case 'round':
      return `${years(claim.object.period)} ${claim.object.countryCount?.min ?? ''}`.trim();
    case 'country':
      return claim.object.code;
    case 'corridor':
      return `${claim.object.from}>${claim.object.to}`;
    case 'region':
    case 'theme':
    case 'worksOn':
      return claim.object.text;
    case 'place':
      return [claim.object.text, claim.object.country].filter((part) => part !== undefined).join(', ');
    case 'countryCount':
      return `${claim.object.qualifier} ${claim.object.min}`;
    case 'edition':
      return claim.object.series.label;
    default:
      return typeof claim.object === 'string' ? claim.object : claim.object.label;
  }
}

/** What is expected of a thing, property by property; the values of one in the order of the text. */
export type Said = Partial<Record<Property, readonly string[]>>;

const name = ({ type, label }: { type: string; label: string }): string => `${type} ${label}`;

/** All things of an extraction but organisations, `Dataset Quay Register`. */
export function thingsOf({ entities }: Extraction): string[] {
  return entities.filter(({ type }) => type !== 'Agency' && type !== 'Unit').map(name);
}

/** Checks what a text says of a thing; properties that are not named may be anything. */
export function reads(text: string, thing: string, said: Said): void {
  const { extraction } = readText(text);
  expect(extraction.entities.map(name)).to.include(thing);
  const claims = extraction.claims.filter(({ subject }) => name(subject) === thing);
  for (const [property, values] of Object.entries(said))
    expect(claims.filter((claim) => claim.property === property).map(show), property).to.deep.equal(values);
}

/** The same as a test, named by the text. */
export const tells = (text: string, thing: string, said: Said): void => {
  it(text, () => reads(text, thing, said));
};

/** Checks which things a text names, organisations apart. */
export function names(text: string, things: readonly string[]): void {
  expect(thingsOf(readText(text).extraction)).to.have.members(things);
}
