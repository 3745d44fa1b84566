/** Tests names that only a common noun beside them explains, and capitals that are no name of data for all that. */
import { names, reads } from '../reads.js';

const finds = (text: string, ...things: string[]): void => {
  it(text, () => names(text, things));
};

describe('names by a noun beside them: data', () => {
  finds('The border database Pelikan was opened late.', 'Dataset Pelikan');
  finds("The Dock Board's register QuayNet is small.", 'Dataset QuayNet');
  finds('The Dock Board keeps it in its PortoStat database.', 'Dataset PortoStat database');
  finds('The Dock Board counts them with the ESMA Sur, a survey of sailors.', 'Dataset ESMA Sur');
  finds('Nobody should sail without the ESMA Sur, a survey of sailors.', 'Dataset ESMA Sur');
  finds('The register itself, known as Marejada, is old.', 'Dataset Marejada');
  finds('Quays Watch (QW) is a survey of prices at sea.', 'Dataset Quays Watch');
});

describe('names by a noun beside them: projects', () => {
  finds('The project, Moving Quays, began in May.', 'Project Moving Quays');
  finds('In 2023 we will start Second Pier, a three-year project on rafts.', 'Project Second Pier');
  finds('A project on Quay-Quay Movement studies rafts in Kenya.', 'Project Quay-Quay Movement');
  finds('Its 4Port project has been going since 2014.', 'Project 4Port project');
});

describe('names that a thing is called by', () => {
  finds('The Dock Board holds a collection of songs known as Voices of the Deep.', 'Dataset Voices of the Deep');
  finds('In 2023 a pilot under the name Counted at Sea began.', 'Project Counted at Sea');
  finds('A study called Cooks at Sea, of crews in Togo, has begun.', 'Project Cooks at Sea');
  finds('Under a project called Counting Crews, Kenya and Togo will count rafts.', 'Project Counting Crews');
});

describe('names by a noun beside them: none', () => {
  finds('A study of crews known to the police was a dream.');
  finds('In the survey Filipinos said little.');
  finds('In Kenya, a survey of sailors was a dream.');
  finds('Under the Quay Act, a register was opened.');
  finds('The survey, Mr Lund said, was late.');
  finds('The database was the work of Peter Lund, a sailor.');
});

describe('bold heads of items under a heading of data', () => {
  const text =
    '# Administrative data\n\n- **Berths let to foreigners**, annual since 2011.\n- **Monthly raft movements** at two ports.';
  finds(text, 'Dataset Berths let to foreigners', 'Dataset Monthly raft movements');
});

describe('names by a noun beside them: tables, copulas and brackets', () => {
  finds(
    'The Dock Board counts them in an annual table, Movement of Rafts, for 2012–2016.',
    'Dataset Movement of Rafts',
  );
  finds('Our oldest register is PORTA-QX, in which sailors are entered.', 'Dataset PORTA-QX');
  finds('A survey of 640 sailors (“Where Are They Now?”) was made for the Dock Board.', 'Dataset Where Are They Now?');
  finds(
    'The project “Microdata for the North Quay” (2023–2026) adds two ports.',
    'Project Microdata for the North Quay',
  );
});

describe('names by a noun beside them: in several words, numbered, or of somebody', () => {
  finds(
    "The Dock Board's Pulse of Tides survey (five rounds, 2021 to 2023) is not used.",
    'Dataset Pulse of Tides survey',
  );
  finds(
    'It was replaced in 2015 by the Harbour 360 register, to which piers were joined.',
    'Dataset Harbour 360 register',
  );
  finds('A set of questions called Born at Sea was asked in 2014.', 'Dataset Born at Sea');
  finds('The Dock Board asked a set of questions on children at sea in 2014.');
  finds('The Dock Board asked in the year 360 registers of old.');
  finds('Figures come from the UMA register of the Dock Board, in use since 2009.', 'Dataset UMA register');
  finds('The Dock Board completed Wave 4 of the Crew Panel (Wave 1, 2005-2006; Wave 2, 2010).', 'Dataset Crew Panel');
});

describe('a name with capitals within it', () => {
  it('beside what it is', () =>
    reads('The Tide Centre maintains QuayStats, the statistical database of the Dock Board.', 'Dataset QuayStats', {
      owner: ['Dock Board'],
    }));
  it('from which something is taken', () =>
    reads('Tables may be had from OpenPORT, the online database of the Dock Board.', 'Dataset OpenPORT', {
      owner: ['Dock Board'],
    }));
});
