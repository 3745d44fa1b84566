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

describe('paragraphs of those who speak for a country', () => {
  const minutes = (togo: string) =>
    `1. The representative of the Dock Board of Chad informed the meeting. The Dock Board kept the Quay Register since 2005.\n\n2. ${togo} The Tide Office had taken the Crew Census in 2001.`;
  covers(minutes('The expert from Togo recalled what had been said.'), 'Dataset Quay Register', ['TCD']);
  covers(minutes('The expert from Togo recalled what had been said.'), 'Dataset Crew Census', ['TGO']);
  covers(minutes('The meeting thanked Togo for its hospitality.'), 'Dataset Crew Census', []);
});
