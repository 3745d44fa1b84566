/** Tests what more unseen texts showed: whose all that follows is, bodies in rows, letterheads, who did what between places and years. */
import { names, type Said, tells } from '../reads.js';

const owned = (text: string, thing: string, ...owner: string[]): void => tells(text, thing, { owner });
const register = 'The Dock Board keeps the Quay Register.';
const covers = (sentence: string, said: Said): void => tells(`${register} ${sentence}`, 'Dataset Quay Register', said);

describe('whose all that follows is', () => {
  const section = (sentence: string): string => `## 4.1 Crews\n\n${sentence}\n\nThe Raft Panel covers 2001 to 2010.`;
  for (const sentence of [
    'The data in this section are held by the Dock Institute, a body of its own.',
    'All tables below are from the Dock Institute.',
    'Unless otherwise indicated, all data are from the Dock Institute.',
    'A table belongs to the body named beside it; where none is named, the producer is the Dock Institute.',
  ])
    owned(section(sentence), 'Dataset Raft Panel', 'Dock Institute');
  owned(
    `${section('The data in this section are held by the Dock Institute.')}\n\n## 4.2 Port Council\n\nThe Mole Panel covers 2011.`,
    'Dataset Mole Panel',
    'Port Council',
  );
  owned(
    `The tables in this catalogue are from the Dock Institute.\n\n## 1. Boats\n\nThe Raft Panel covers 2001.\n\n## 2. Crews\n\nThe Mole Panel covers 2011.`,
    'Dataset Mole Panel',
    'Dock Institute',
  );
  owned(
    section('The data in this section are held by the Dock Institute.').replace(
      'The Raft Panel',
      'The Port Council keeps the Raft Panel, which',
    ),
    'Dataset Raft Panel',
    'Port Council',
  );
});

describe('a letterhead', () => {
  const head = 'TIDE COMMISSION (TCD)\n\nGeneral Secretariat\nDepartment of Crews\n\n';
  owned(`${head}The Raft Panel is managed by the Department of Crews.`, 'Unit General Secretariat', 'TIDE COMMISSION');
  owned(`${head}The Raft Panel is managed by the Department of Crews.`, 'Dataset Raft Panel', 'Department of Crews');
  owned(
    'BLACK REEF DEVELOPMENT BANK\n\nThe Central Bank of Chad has the Mole File. The Raft Panel is kept by the Bank.',
    'Dataset Raft Panel',
    'BLACK REEF DEVELOPMENT BANK',
  );
});

describe('bodies in a row', () => {
  owned(
    'The Raft Panel is a joint undertaking of STATEC (formerly the Dock Office) and the Dock Board.',
    'Dataset Raft Panel',
    'STATEC',
    'Dock Board',
  );
  owned(
    "Together with Brazil's Federal Police and Peru's Dock Board, the Port Council compiles the Raft Panel.",
    'Dataset Raft Panel',
    'Federal Police',
    'Dock Board',
    'Port Council',
  );
  owned(
    'Raft Panel (RP). Four institutions share it: the Dock Board, the Port Council, the Quay Institute and the Tide Observatory. Waves since 1993.',
    'Dataset Raft Panel',
    'Dock Board',
    'Port Council',
    'Quay Institute',
    'Tide Observatory',
  );
  owned(
    '- Raft Cost Survey: a survey of the Dock Board and the Port Council.',
    'Dataset Raft Cost Survey',
    'Dock Board',
    'Port Council',
  );
  owned(
    '- Raft Cost Surveys: worker surveys of the Dock Board and the Port Council.',
    'Dataset Raft Cost Surveys',
    'Dock Board',
    'Port Council',
  );
});

describe('who did it, between places and years', () => {
  owned(
    '• Raft Panel of Ukraine. The survey was carried out in 2008, 2012 and 2017 by the Dock Board.',
    'Dataset Raft Panel of Ukraine',
    'Dock Board',
  );
  owned(
    '9) Raft Panel. Run jointly by the Dock Board and the Port Council since 1982.',
    'Dataset Raft Panel',
    'Dock Board',
    'Port Council',
  );
  owned(
    '• Quay Inflows Database (Port Council). Annual inflows.\n\n• Raft Matrix Database. Estimates of crews by country of origin, compiled by the Dock Board together with the Tide Observatory.',
    'Dataset Raft Matrix Database',
    'Dock Board',
    'Tide Observatory',
  );
  owned(
    'The Raft Panel was carried out by our colleagues at the University of Padua in 2011.',
    'Dataset Raft Panel',
    'University of Padua',
  );
  owned(
    'The Port Council published the Raft Panel. The annual Crew Panel, issued since 1990, was based on permits granted by the Dock Ministry.',
    'Dataset Crew Panel',
    'Port Council',
  );
  owned(
    'Most work relies on the Raft Panel (RPX). The RPX is a joint effort of the Dock Board and the Port Council.',
    'Dataset Raft Panel',
    'Dock Board',
    'Port Council',
  );
  owned(
    'The report "Boats of the Delta and the Reef" was issued in May 2021 with the University of Malta.',
    'Publication Boats of the Delta and the Reef',
    'University of Malta',
  );
  owned(
    'A register was opened by the Directorate of Rafts, which belongs to the Dock Ministry.',
    'Unit Directorate of Rafts',
    'Dock Ministry',
  );
});

describe('years of the data themselves', () => {
  covers('Its first year is 2013.', { period: ['2013-'] });
  covers('It began in 1984 with 200 boats; Constant and Massey (2003) follow them until 1997.', { period: ['1984-'] });
  covers('It covers 1990 to 1995. The latest release (QR4) is from 2020.', { period: ['1990-1995'] });
  covers('It covers 1990 to 1995. It is the fourth register of its kind after Chad (2014) and Togo (2013).', {
    period: ['1990-1995'],
    country: [],
  });
  covers('It covers 1990 to 1995. Statistics on lost boats for the years 2010 to 2022 are prepared elsewhere.', {
    period: ['1990-1995'],
  });
  covers('It covers the harvests 2014-2015 to 2019-2020.', { period: ['2014-2020'] });
  covers('It covers 1990 to 1995. There has been no survey of households since 2009.', { period: ['1990-1995'] });
  tells('The Raft Survey (RS), which replaced the Mole Survey in 2010, is taken every July.', 'Dataset Raft Survey', {
    period: ['2010-'],
  });
  tells(
    'The Dock Board publishes monthly data on boats by port, from 2012 and 2004 respectively.',
    'Dataset monthly data on boats by port',
    {
      period: ['2012-', '2004-'],
    },
  );
  tells(
    'There have been three panels of the Raft Panel: RP-1 covers 1985–1994, RP-2 1995–2002.',
    'Dataset Raft Panel',
    {
      period: ['1985-1994', '1995-2002'],
    },
  );
  tells(
    'Next to it lies the Raft Survey, a survey of crews in Chad done in 2016 by the Dock Board.',
    'Dataset Raft Survey',
    { period: ['2016'] },
  );
  it('what data bring together is no second collection', () =>
    names('The Dock Board keeps the Quay Register. It brought together official figures of six ports since 1970.', [
      'Dataset Quay Register',
    ]));
});

describe('countries of the data themselves', () => {
  tells(
    'The Jordan Labour Force Survey was conducted in 2014 by the Dock Board.',
    'Dataset Jordan Labour Force Survey',
    { country: ['JOR'] },
  );
  covers('It covers Chad. Benin took part in the pilot only.', { country: ['TCD'] });
  covers('It covers Chad. Benin did not give permission.', { country: ['TCD'] });
  covers('It covers Chad. A subset for Benin was deleted.', { country: ['TCD'] });
  covers('It covers Chad. Posted workers from Benin do not appear in it.', { country: ['TCD'] });
  covers('It counted departures to Chad and Togo, when it was given up.', { country: ['TCD', 'TGO'] });
});
