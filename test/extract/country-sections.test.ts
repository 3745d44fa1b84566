/** Tests data under the heading of a country: they are of it, where they tell no place of their own and several countries have a heading. */
import { reads } from './reads.js';

const prose =
  'Boats have been counted here for many years by pilots and crews, in all seasons and at every quay of the coast.';
const notes = (chad: string, more = '') =>
  `Notes by country\n\n${prose}\n\nChad\n\n${chad}\n\nTogo\n\nThe Port Office runs the Crew Census of 2001. ${prose}\n\n${more}`;
const covers = (text: string, thing: string, country: readonly string[]): void => {
  it(text.replace(/\n+/g, ' / ').slice(0, 160), () => reads(text, thing, { country }));
};

describe('sections by country', () => {
  const register = `The Dock Board keeps the Quay Register. ${prose}`;
  covers(notes(register), 'Dataset Quay Register', ['TCD']);
  covers(notes(register), 'Dataset Crew Census', ['TGO']);
  covers(notes(`The Dock Board keeps the Quay Register. It covers Mali and Niger. ${prose}`), 'Dataset Quay Register', [
    'MLI',
    'NER',
  ]);
  covers(notes(`The Dock Board keeps the Quay Register of eleven countries. ${prose}`), 'Dataset Quay Register', []);
  covers(
    notes(register, `Further reading\n\nThe Tide Office keeps the Raft Panel. ${prose}`),
    'Dataset Raft Panel',
    [],
  );
  covers(notes(register, `Kenya\n\nThe Dock Board lends its Quay Register. ${prose}`), 'Dataset Quay Register', []);
  covers(`Chad\n\n${register}\n\nMethods\n\n${prose}`, 'Dataset Quay Register', []);
});
