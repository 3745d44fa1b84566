/** Tests what is a part of what, in texts where everything seems to be a part of itself. */
import { expect } from 'chai';
import { reads, readText } from '../reads.js';

describe('units', () => {
  it('are no parts of themselves, however a text repeats their names', () => {
    const { extraction } = readText(`It is kept by the ${'Dock Board of the '.repeat(40)}Dock Board.`);
    expect(extraction.claims.filter(({ subject, object }) => subject === object)).to.deep.equal([]);
  });

  it('may be parts of parts of parts without end', () => {
    const lines = Array.from({ length: 400 }, (_, n) => `The Kelp${n}a Division of the Kelp${n + 1}a Division meets.`);
    const { extraction } = readText(lines.join('\n\n'));
    expect(Math.max(...extraction.entities.map(({ slug }) => slug.length))).to.be.below(400);
  });

  const owned = (text: string, unit: string, owner: readonly string[]): void => {
    it(text, () => reads(text, unit, { owner }));
  };
  owned('Organisation:\n\nTidal Bank, Knowledge Partnership on Quays (KPQ)', 'Unit Knowledge Partnership on Quays', [
    'Tidal Bank',
  ]);
  owned(
    'It is kept by the Centre for Quay Studies, University of Quayside, and others.',
    'Unit Centre for Quay Studies',
    ['University of Quayside'],
  );
  it('a partnership beside a bank in a sentence is none of its parts', () =>
    reads(
      'The Quay Register is kept by the Tidal Bank, the Knowledge Partnership on Quays and others.',
      'Agency Knowledge Partnership on Quays',
      {},
    ));
  for (const unit of ['Department of Rafts', 'Crew Migration Branch'])
    owned(
      'The work is shared between the Department of Rafts and the Crew Migration Branch of the Dock Board.',
      `Unit ${unit}`,
      ['Dock Board'],
    );
  owned('Members:\n\n- University of Quayside, Lima (Centre for Raft Studies)', 'Unit Centre for Raft Studies', [
    'University of Quayside',
  ]);
  owned(
    'The Raft Register was compiled by the Tidal Statistics Programme of the Dock Board.',
    'Unit Tidal Statistics Programme',
    ['Dock Board'],
  );
  it('a programme that does nothing is no unit', () =>
    reads('The Tidal Statistics Programme began in 2004.', 'Project Tidal Statistics Programme', {}));
  owned(
    'The Raft Register is kept by the Office for Homes of Sailors of the Ministry of Harbours, Rafts and Quays.',
    'Unit Office for Homes of Sailors',
    ['Ministry of Harbours, Rafts and Quays'],
  );
  owned(
    'CREW LIBRARY\nMaintained by the Tidal Statistics Programme, Dock Board, Lima',
    'Unit Tidal Statistics Programme',
    ['Dock Board'],
  );
  owned("It was opened in 2009 by the Dock Board's Crew Programme with a gift.", 'Unit Crew Programme', ['Dock Board']);
  owned("The Dock Board's Crew Programme compared prices in the ports.", 'Unit Crew Programme', ['Dock Board']);
  owned('The Dock Board, whose Island Office in Lima made a list, has it.', 'Unit Island Office', ['Dock Board']);
  owned('The papers are given by the Crew Office (CO), which belongs to the Ministry of Quays.', 'Unit Crew Office', [
    'Ministry of Quays',
  ]);
  owned(
    'Contact\n\nOrganisation: Dock Board\n\n1.2 Contact organisation unit: Crews and Piers Department',
    'Unit Crews and Piers Department',
    ['Dock Board'],
  );
  owned('The reply of the Dock Board came from its Division des Marins.', 'Unit Division des Marins', ['Dock Board']);
  owned('| A | Crew Permits | Crew Permit Office, Department of Crews | monthly |', 'Unit Crew Permit Office', [
    'Department of Crews',
  ]);
  owned('Repository: Archives of Rafts and Piers, University of Quayside', 'Unit Archives of Rafts and Piers', [
    'University of Quayside',
  ]);
  owned('Bulletin of the Centre for Migration Studies, University of Ghana', 'Unit Centre for Migration Studies', [
    'University of Ghana',
  ]);
  owned(
    'Department of Rafts\n\nMinistry of Docks\n\nThe Department has kept the Crew Register since 1999.',
    'Unit Department of Rafts',
    ['Ministry of Docks'],
  );
  owned(
    '# Open data folder\n\nQuay Bureau of Statistics (QBS)\n\nDirectorate of Crew Statistics\n\nIt has been kept since 1999.',
    'Unit Directorate of Crew Statistics',
    ['Quay Bureau of Statistics'],
  );
  owned(
    'Quay Bureau of Statistics (QBS)\n\nLast reviewed on 18 April 2023 by the Directorate of Crew Statistics\n\nIt has been kept since 1999.',
    'Unit Directorate of Crew Statistics',
    ['Quay Bureau of Statistics'],
  );
  owned(
    'It is held by the Undersecretariat of Rafts, a part of the Ministry of Government.',
    'Unit Undersecretariat of Rafts',
    ['Ministry of Government'],
  );
});

describe('units: by what the text says they are', () => {
  const isPart = (text: string, unit: string, whole: string): void => {
    it(text, () => {
      const { entities, claims } = readText(text).extraction;
      expect(entities.map(({ type, label }) => `${type} ${label}`)).to.include(`Unit ${unit}`);
      expect(
        claims
          .filter(({ subject, property }) => subject.label === unit && property === 'owner')
          .map(({ object }) => (object as { label: string }).label),
      ).to.include(whole);
    });
  };
  isPart(
    'It is maintained by DataFirst, a research unit at the University of Lima.',
    'DataFirst',
    'University of Lima',
  );
  isPart(
    '# Tide Institute (TI)\n\nThe Institute has a part of it. The Crew Statistics Section was responsible for the Quay Register.',
    'Crew Statistics Section',
    'Tide Institute',
  );
  isPart(
    'Completed by: Office of Crews Administration, Department of Ports',
    'Office of Crews Administration',
    'Department of Ports',
  );
  isPart(
    '# Catalogue\n\n*Crew Division, Directorate for Ports, Dock Board*\n\nIt lists the Quay Register.',
    'Crew Division',
    'Directorate for Ports',
  );
});

describe('units: in rows of names and by what they are to somebody', () => {
  const isPartOf = (text: string, unit: string, owner: string): void => {
    it(text, () => reads(text, unit, { owner: [owner] }));
  };
  isPartOf('1.a. Organisation\nCrew and Harbour Section, Quay Data Service, IMO', 'Unit Quay Data Service', 'IMO');
  isPartOf(
    '1.a. Organisation\nCrew and Harbour Section, Quay Data Service, IMO',
    'Unit Crew and Harbour Section',
    'Quay Data Service',
  );
  isPartOf(
    'The Tide Council keeps a list. Source: Dock and Quay Agency (DQA), Crew Analysis Unit.',
    'Unit Crew Analysis Unit',
    'Dock and Quay Agency',
  );
  isPartOf(
    'Through the Harbour Institute for Crews (HIC), its training arm in Lima, the Dock Board will offer a course.',
    'Unit Harbour Institute for Crews',
    'Dock Board',
  );
  isPartOf(
    'Within the Dock Board, figures on crews are the responsibility of the Institute for Tides (IT), Lima.',
    'Unit Institute for Tides',
    'Dock Board',
  );
  isPartOf(
    'Between 1998 and 2009, the Crew Mobility Programme of the Dock Board maintained the Quay Database.',
    'Unit Crew Mobility Programme',
    'Dock Board',
  );
  isPartOf(
    'The Dock Ministry is new. Turn to the Dock Ministry, whose Directorate of Foreign Crews holds the Crew Register for 2012.',
    'Unit Directorate of Foreign Crews',
    'Dock Ministry',
  );
  isPartOf(
    'International Labour Organization (ILO)\n\nThe database may be obtained from the Department of Tides on request.',
    'Unit Department of Tides',
    'International Labour Organization',
  );
  it('a department where a country is spoken of may be its own', () =>
    reads(
      "International Labour Organization (ILO)\n\nChad's Department of Tides has sent annual tables.",
      'Agency Department of Tides',
      {},
    ));
});
