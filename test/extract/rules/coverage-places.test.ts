/** Tests which countries the data cover: lists to their end, and none that is left out, invited, withdrawn or only a place of work. */
import { expect } from 'chai';
import { reads, readText } from '../reads.js';

const opening = 'The Tidewater Institute (TWI) maintains the Quay Register.';
const covers = (sentence: string, country: readonly string[]): void => {
  it(sentence, () => reads(`${opening} ${sentence}`, 'Dataset Quay Register', { country }));
};

describe('coverage: countries of the data', () => {
  covers('It covers Kenya, Uganda and the United Republic of Tanzania.', ['KEN', 'UGA', 'TZA']);
  covers('It covers *Chad*, **Togo** and _Mali_.', ['TCD', 'TGO', 'MLI']);
  covers('The register has data for the Netherlands and the United Kingdom.', ['NLD', 'GBR']);
  covers(
    'It covers Australia, Belgium, Canada, Croatia, Denmark, Finland, France, Germany, Hungary, Iceland, Italy, the Netherlands, New Zealand, Norway, Sweden, the United Kingdom and the United States of America.',
    'AUS BEL CAN HRV DNK FIN FRA DEU HUN ISL ITA NLD NZL NOR SWE GBR USA'.split(' '),
  );
  covers('Data are available for Kenya (since 1990), Uganda (since 1995) and Rwanda.', ['KEN', 'UGA', 'RWA']);
});

describe('coverage: countries that are left out', () => {
  covers('It covers Kenya and Uganda, but not Rwanda.', ['KEN', 'UGA']);
  covers('It covers Kenya and Uganda; Rwanda was excluded.', ['KEN', 'UGA']);
  covers('It covers Kenya and Uganda. Rwanda was excluded.', ['KEN', 'UGA']);
  covers('It covers all ports of Kenya except those of Uganda.', ['KEN']);
  covers('Burundi and Rwanda were invited and did not take part.', []);
  covers('It covers Kenya and Uganda; Chad and Togo intend to join them.', ['KEN', 'UGA']);
  covers('It covers Kenya; Togo preferred to wait, and an invitation to Chad has gone unanswered.', ['KEN']);
  covers('It covers Kenya; Chad and Togo take no part.', ['KEN']);
  covers('It covers Kenya, Mali and Togo, which wants to know more about rafts.', ['KEN', 'MLI', 'TGO']);
  covers('Burundi withdrew before the data were collected.', []);
  covers('There are no data for Burundi.', []);
  covers('Data for Burundi and Rwanda are not available.', []);
  covers('The data cover Kenya, while Rwanda declined to participate.', ['KEN']);
  covers('It covers Kenya. Togo has been asked, but nothing has arrived.', ['KEN']);
  covers('By flag, Kenya, Togo and Chad are shown separately.', ['KEN', 'TGO', 'TCD']);
  covers('One went to Kenya, Togo and Chad.', ['KEN', 'TGO', 'TCD']);
});

describe('coverage: countries of something else', () => {
  covers('Its data were discussed at a meeting held in Kenya.', []);
  covers('The data are kept by an office in Nairobi.', []);
  covers('Collection of the data was funded by the Government of Norway.', []);
  covers('The data cover sailors of Chad Ellison.', []);
});

describe('coverage: countries of bodies and verbs', () => {
  covers('It was paid for by Canada’s Polar Research Centre.', []);
  covers('Its Mapping Section in Copenhagen, Denmark, draws the records.', []);
  covers('It held records for Chad (2012) and Togo (2011 and 2013).', ['TCD', 'TGO']);
  covers('The figures come from the national offices of Chad and Togo.', ['TCD', 'TGO']);
  covers('Permits issued, extended or withdrawn in Chad are recorded.', ['TCD']);
  covers('Chad sent no figures.', []);
  covers('Interviews planned in Chad have not begun.', []);
  covers('It counts crews sent from the United Kingdom to Chad and Togo.', ['GBR', 'TCD', 'TGO']);
  covers('Records for Chad had not been received.', []);
  covers('The crews bound for Chad could not be counted.', []);
  covers('A round in Chad was prepared but had to be given up.', []);
  covers('Crews from Chad were registered, but they are not yet in the file.', []);
});

describe('coverage: places of a name', () => {
  const named = (text: string, thing: string, said: Parameters<typeof reads>[2]): void => {
    it(text, () => reads(text, thing, said));
  };
  named('The Tidewater Institute (TWI) maintains the Sailor Survey of Nepal.', 'Dataset Sailor Survey of Nepal', {
    country: ['NPL'],
  });
  named('The Tidewater Institute (TWI) maintains the Quay Register of Statistics Norway.', 'Dataset Quay Register', {
    country: [],
  });
});

describe('coverage: roles and corridors', () => {
  it('says which countries report, which people left, where they went', () => {
    reads(`${opening} Data are reported by Sweden and Norway on migrants from Chile.`, 'Dataset Quay Register', {
      country: ['SWE', 'NOR', 'CHL'],
    });
  });
  it('keeps a pair as a corridor', () => {
    reads(`${opening} It covers the Brazil-Japan and Ghana–Italy corridors.`, 'Dataset Quay Register', {
      corridor: ['BRA>JPN', 'GHA>ITA'],
    });
  });
});

describe('coverage: numbers and regions without a list', () => {
  const says = (sentence: string, said: Parameters<typeof reads>[2]): void => {
    it(sentence, () => reads(`${opening} ${sentence}`, 'Dataset Quay Register', said));
  };
  says('Data are available for more than 150 countries.', { countryCount: ['more-than 150'], country: [] });
  says('It has data on some 36 industrialized countries.', { countryCount: ['about 36'], country: [] });
  says('It covers each country or area of the world.', { extent: ['EachCountryOrArea'], country: [] });
  says('It covers Latin America and the Caribbean.', { region: ['Latin America and the Caribbean'], country: [] });
  says('It covers the countries of Latin America and the Caribbean.', {
    region: ['Latin America and the Caribbean'],
  });
  says('It covers sub-Saharan Africa.', { region: ['sub-Saharan Africa'] });
  says('It covers developing countries.', { region: ['developing countries'], country: [] });
  says('The sample had 1985 households and 2000 interviews.', { period: [], countryCount: [] });
});

describe('coverage: places that only looked on or were given up', () => {
  for (const sentence of [
    'Chile takes part as an observer.',
    'Chile prepared questionnaires but never went to the field.',
    'Chile was considered as a fourth country and dropped.',
    'Chile was fielded but failed the check and must not be used.',
  ])
    it(sentence, () =>
      reads(`The Quay Survey has data on Kenya and Togo; ${sentence}`, 'Dataset Quay Survey', {
        country: ['KEN', 'TGO'],
      }),
    );
});

describe('coverage: places that are planned, outside or only coded', () => {
  covers('It covers Kenya and plans to enter Chad and Togo.', ['KEN']);
  covers('It covers Kenya. Sailors of Chad are outside its sample.', ['KEN']);
  covers('It covers Kenya. Crossings to Chad are left to that country.', ['KEN']);
  covers('It covers Kenya. Chad is coded as Togo in the first rounds.', ['KEN']);
  covers('It covers Kenya. Nobody was interviewed in Chad.', ['KEN']);
  covers('It covers Kenya, which plans its ports, and Chad.', ['KEN', 'TCD']);
});

describe('coverage: a list of places by region', () => {
  it('is of the data that introduce it', () =>
    reads(
      'The Dock Board keeps the Quay Register, which holds results for:\n\n– Asia: Maldives and Nepal;\n– Latin America: Chile and Peru.\n',
      'Dataset Quay Register',
      { country: ['MDV', 'NPL', 'CHL', 'PER'] },
    ));
});

describe('coverage: a file of its own', () => {
  it('is not the one before', () =>
    reads(
      'The Dock Board keeps the Quay Register. It covers Kenya.\n\nprices.csv: monthly prices in Chad, 1990 to 1999.\n',
      'Dataset Quay Register',
      { country: ['KEN'], period: [] },
    ));
});

describe('coverage: words of a name leave nothing out', () => {
  it('only those of the sentence do', () => {
    reads(
      'The Dock Board runs the survey *Towns without Ports*, which covers Chad and Togo.',
      'Dataset Towns without Ports',
      {
        country: ['TCD', 'TGO'],
      },
    );
    reads(
      'The Dock Board runs the survey *Towns without Ports*, which covers Chad without Togo.',
      'Dataset Towns without Ports',
      {
        country: ['TCD'],
      },
    );
  });
});

describe('coverage: the clause before a name', () => {
  it('is of it where the name points back', () =>
    reads(
      'The Dock Board asked sailors in Fiji and Kiribati about their boats; the survey, known as the Sailor Tracer Survey, was repeated in 2012.',
      'Dataset Sailor Tracer Survey',
      { country: ['FJI', 'KIR'], period: ['2012'] },
    ));
  it('and of something else where it does not', () =>
    reads(
      'The Dock Board asked sailors in Fiji and Kiribati about their boats; the Sailor Tracer Survey was repeated in 2012.',
      'Dataset Sailor Tracer Survey',
      { country: [], period: ['2012'] },
    ));
});

describe('coverage: data called by the last word of their name', () => {
  const both =
    'The Dock Board keeps the Quay Register, which covers Kenya. The Board also runs the Sailor Survey, which covers Nepal.';
  it('are spoken of again', () => {
    reads(`${both} The Register also covers Togo.`, 'Dataset Quay Register', { country: ['KEN', 'TGO'] });
    reads(`${both} The Register also covers Togo.`, 'Dataset Sailor Survey', { country: ['NPL'] });
  });
  it('but a body so called is itself', () =>
    reads(`${both} The Board covers the costs of Togo.`, 'Dataset Quay Register', { country: ['KEN'] }));
});

describe('coverage: places that are promised, asked for or elsewhere', () => {
  for (const sentence of [
    'Chad and Togo have been asked for their files.',
    'It covers Kenya; in Chad and Togo work had to be suspended.',
    'It covers Kenya; crews of Chad are not identified.',
    'It covers Kenya; Chad has not authorized the use of its records.',
    'Chad has announced that it will send data, but nothing has arrived.',
    'A round in Chad was prepared but not carried out.',
    'It covers Kenya; Chad may be added at a later stage.',
    'Chad joins from 2030.',
    'For Chad, please turn to our partner in Riga.',
    'With Chad we have no agreement, and crews who go there are not in the register.',
    'There is no register of crews settled in Chad.',
    'It covers Kenya and has since been offered to Chad.',
    'First results were attended by colleagues from Chad.',
  ])
    covers(sentence, sentence.includes('Kenya') ? ['KEN'] : []);
  covers('It covers the crews that Chad has identified.', ['TCD']);
  covers('It lists crews who turned back to Chad.', ['TCD']);
  covers('It covers Congo (DRC) and Kenya.', ['COD', 'KEN']);
});

describe('places left out further on in the sentence', () => {
  covers('It covers Chad; Togo is a foreign country here, as it should be, and is not covered.', ['TCD']);
  covers('It covers Chad. Togo and Benin send theirs to the Tide Office and are not in the register.', ['TCD']);
  covers('It covers Chad. A memorandum with Togo has been discussed but not signed.', ['TCD']);
  covers('It covers Chad; Togo left in 2009.', ['TCD']);
  covers('It covers nurses of Chad who left in 2009.', ['TCD']);
  covers('Its figures for Chad have been discussed with the ports.', ['TCD']);
  covers('It covers crews of Chad who are not in the union.', ['TCD']);
  covers('The Office keeps the file that it withdrew in 2008 and which covered Chad and Togo.', ['TCD', 'TGO']);
});

describe('where something was held', () => {
  it('is what it covers in several countries', () =>
    reads('The Crew Survey was held in Chad (2002), Togo (2003) and Benin (2004).', 'Dataset Crew Survey', {
      country: ['TCD', 'TGO', 'BEN'],
    }));
  it('and of a meeting never', () =>
    reads(
      'The Crew Survey covers Togo. The Harbour Conference was held in Chad and Benin in 2003.',
      'Dataset Crew Survey',
      {
        country: ['TGO'],
      },
    ));
});

describe('places of the sentence before, of something else, and in a role', () => {
  it('"for these countries"', () =>
    reads(
      'Chad and Togo keep no such list. For these countries the figures are estimated from the Crew Register of the Dock Board.',
      'Dataset Crew Register',
      { country: ['TCD', 'TGO'] },
    ));
  it('", and in Togo from the Council"', () =>
    reads(
      'In Chad the figures are obtained from the Crew Register of the Dock Board, and in Togo from the Tide Council.',
      'Dataset Crew Register',
      { country: ['TCD'] },
    ));
  it('"as countries of origin"', () => {
    const { extraction } = readText(
      'The Crew Survey was carried out in 2008. Chad and Togo took part as countries of origin, and Mali as country of destination.',
    );
    const roles = extraction.claims.flatMap((claim) =>
      claim.property === 'country' ? [`${claim.object.code} ${claim.object.role}`] : [],
    );
    expect(roles).to.deep.equal(['TCD origin', 'TGO origin', 'MLI destination']);
  });
  it('"is not in these figures"', () =>
    reads(
      'The Crew Register of the Dock Board covers Chad. What happens on the border with Togo, where many cross on foot, is not in these figures.',
      'Dataset Crew Register',
      { country: ['TCD'] },
    ));
});
