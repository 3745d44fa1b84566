/** Tests owners that a sentence tells by the way: who gives, grants or lets have, what came of a survey, a series named by its kind. */
import { names, reads, tells } from '../reads.js';

const owned = (text: string, thing: string, ...owner: string[]): void => tells(text, thing, { owner });

describe('who gives what is his', () => {
  owned(
    'The Dock Board has no figures. The Tide Office (TOF) sends us unpublished tables from the Crew Passenger Survey for 2004 to 2018.',
    'Dataset Crew Passenger Survey',
    'Tide Office',
  );
  owned(
    'We chose.\n\n`pak` – From the Bureau of Rafts in Lima we obtained the Registered Crews File on request.',
    'Dataset Registered Crews File',
    'Bureau of Rafts',
  );
  owned(
    'Most use the Raft Register of the Dock Board or the Crew Population Register, for which the Tide Office grants access.',
    'Dataset Crew Population Register',
    'Tide Office',
  );
  it('but whoever has access to a thing owns nothing', () =>
    reads(
      'The Dock Board keeps the Crew Information System. The Tide Office has access to it and adds its decisions.',
      'Dataset Crew Information System',
      { owner: ['Dock Board'] },
    ));
});

describe('who does it in a relative clause', () => {
  owned(
    'Cards are collected by the Directorate of Rafts (DOR), a part of the Ministry of Docks, by which an electronic passage register has been kept since 2015.',
    'Dataset electronic passage register',
    'Directorate of Rafts',
  );
  owned(
    'Since 2003 the Crew Division of UNHCR has maintained the UNHCR Online Statistical Database.',
    'Dataset Online Statistical Database',
    'Crew Division',
  );
});

describe('what came of a survey', () => {
  owned(
    'The Dock Board counts. A Raft Refugee Survey was held in 2022 by the Tide Institute alone; its results were published in the report Arriving by Raft (2023).',
    'Publication Arriving by Raft',
    'Tide Institute',
  );
  owned(
    'The Crew Division of UNHCR keeps it. The findings are summarized in Asking about Crews: Practice in Ports, Quay Population Papers, No. 14 (ILO, 2013).',
    'Publication Asking about Crews: Practice in Ports',
    'ILO',
  );
});

describe("a number of somebody's series", () => {
  owned(
    'The Dock Board keeps the Quay Register. It should be read with the discussion in UNHCR Working Paper 36, *Measuring Rafts of the Low-Skilled*.',
    'Publication Measuring Rafts of the Low-Skilled',
    'UNHCR',
  );
});

describe('the bodies whose parts were named', () => {
  owned(
    'The Dock Board controls rafts. Its Raft Management Desk counts them. The Tide Office adds decisions. The Crew Return Statistics are prepared jointly by the two institutions.',
    'Dataset Crew Return Statistics',
    'Dock Board',
    'Tide Office',
  );
});

describe('series by their kind', () => {
  tells('The Dock Board publishes a yearbook, Dock Guard in Figures, every spring.', 'Series Dock Guard in Figures', {
    owner: ['Dock Board'],
  });
  tells(
    'The Dock Board compiles the Statistics on Crews Abroad, a series which starts in 1992.',
    'Dataset Statistics on Crews Abroad',
    { period: ['1992-'] },
  );
  it('of papers', () =>
    reads(
      'The Dock Board publishes Crew Statistics Papers, a series of working papers which starts in 1992.',
      'Series Crew Statistics Papers',
      {},
    ));
});

describe('entries of what was published', () => {
  const list = (entry: string): string => `The Dock Board counts.\n\nEarlier reports on the subject:\n\n${entry}`;
  owned(
    list('Hosts and Guests: Households in the Docks. Prepared with the World Bank. 2019.'),
    'Publication Hosts and Guests: Households in the Docks',
    'Dock Board',
    'World Bank',
  );
  tells(
    list('After the Mines: Rafts and Return. Joint report with the Tide Office, 2012.'),
    'Publication After the Mines: Rafts and Return',
    { published: ['2012'] },
  );
  tells(list('Leaving for the Rafts (in preparation).'), 'Publication Leaving for the Rafts', {
    status: ['forthcoming'],
  });
  tells(
    list('Who Crosses? Arrivals from Chad, Mali and Niger. Dock Board, Lima, August 2009.'),
    'Publication Who Crosses? Arrivals from Chad, Mali and Niger',
    { published: ['2009-08'] },
  );
});

describe('codes', () => {
  const table =
    'The Dock Board keeps them.\n\n| Code | Title | Time |\n|---|---|---|\n| `crew_x1` | Crew Moves by Port | 1998–2021 |';
  it('of a column are aliases', () => reads(table, 'Dataset Crew Moves by Port', { acronym: ['crew_x1'] }));
  it('in front of a title are too', () =>
    reads(
      'The Dock Board keeps them.\n\n- `crew_asy_m` – *First Crew Moves, Monthly*',
      'Dataset First Crew Moves, Monthly',
      {
        acronym: ['crew_asy_m'],
      },
    ));
});

describe('bodies under a heading of programmes', () => {
  it('are no projects', () =>
    reads(
      'V. International programmes\n\nThe Raft Labour Office (RLO) launched its Raft Labour Statistics database for the ports in 2013.',
      'Agency Raft Labour Office',
      {},
    ));
});

describe('what persons have written', () => {
  const nobodys = (text: string): void => owned(text, 'Publication Rafts between Africa and Europe');
  nobodys(
    'The Dock Board counts. A paper by Ada Holland and Jan van Rijn appeared in 2018 as "Rafts between Africa and Europe".',
  );
  owned(
    'The Dock Board counts. It issued "Rafts between Africa and Europe", by Ada Holland, in 2018.',
    'Publication Rafts between Africa and Europe',
    'Dock Board',
  );
});

describe('what somebody is said to be', () => {
  owned(
    'The Dock Board counts. The Quaymeter Institute, a network of survey teams in Accra, asked. The network\'s own account is "In Search of Rafts: Young and Educated Crews" (March 2019).',
    'Publication In Search of Rafts: Young and Educated Crews',
    'Quaymeter Institute',
  );
});

describe("parts and short names in a text of somebody's", () => {
  owned(
    'Dock Board of Chad\n\nDear users! It is kept.\n\nThe Crew Register is kept since 1999.\n\nResponsible of the page: Division of Crews and Demography Statistics, demo@example.md',
    'Unit Division of Crews and Demography Statistics',
    'Dock Board of Chad',
  );
  it('who answers for a page owns no data on it', () =>
    reads(
      'Dock Board of Chad\n\nDear users! It is kept.\n\nThe Crew Register of the Dock Board is kept since 1999.\n\nResponsible of the page: Division of Crews and Demography Statistics, demo@example.md',
      'Dataset Crew Register',
      { owner: ['Dock Board of Chad'] },
    ));
  owned(
    'The Knowledge Centre on Crews and Rafts (KCR) keeps data. The Knowledge Centre publishes the Raft Register.',
    'Dataset Raft Register',
    'Knowledge Centre on Crews and Rafts',
  );
  it('the noun of a name is no data of its own', () =>
    names('The Tide Office launched its Raft Labour Statistics database for the ports of the coast in 2013.', [
      'Dataset Raft Labour Statistics',
    ]));
});
