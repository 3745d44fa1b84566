/** Tests which places of a text are found broken, fault by fault, and which only look so. */
import { expect } from 'chai';
import { parseNote } from '../../src/notes/read.js';

const damageOf = (text: string): string[] =>
  parseNote('note.txt', text).note.damaged.map((place) => `${place.fault}: ${place.text}`);
const finds = (text: string, ...damage: string[]): void => {
  it(text, () => expect(damageOf(text)).to.deep.equal(damage));
};
const prose = 'For many years the boats of the coast have been counted by their own crews, in summer and in winter.';

describe('damage: garbled', () => {
  finds('The boats of the har4.4(bour,s)3.1() came in.', 'garbled: har4.4(bour,s)3.1()');
  finds('Review of the crews and their work labou-1. TD-0.00', 'garbled: labou-1. TD-0.00');
  finds('The boats 9.96 Tf came in.', 'garbled: 9.96 Tf');
  finds('The bo\uFFFDats came in.', 'garbled: bo\uFFFDats');
  finds('The crewâ€™s boats came in.', 'garbled: crewâ€™s');
  finds('The b\u0002oats came in.', 'garbled: b\u0002oats');
  finds('ÐÐ41 came in, and ¤¤/Fn2 too.', 'garbled: ÐÐ41', 'garbled: ¤¤/Fn2');
});

describe('damage: not garbled', () => {
  finds('Version 2.5 of v1.2.3, see file.v2.csv and E/CN.4/2006/67.');
  finds('See https://quay.example/a1.2(b)3.4 and data4.csv.');
  finds('Write to crew.1074@example.org.');
  finds('The CO2 and H2O of the boats rose by 3.5% (1.2 in 1990).');
  finds('McDonald, iPhone, eBay and PhD students came in.');
  finds('The crews have the number 10.99999/boatfiles.2022 since the flood, and Þórður counts them.');
  finds('See doi:10.99999/boatfiles.2022 and the files beside it.');
  finds('The 5G boats of COVID19 came in (a,b) and f(x).');
});

describe('damage: cut', () => {
  finds(
    `${prose} In the year of the flood they were counted by the`,
    'cut: In the year of the flood they were counted by the',
  );
  finds(
    `${prose} The crews, who were asked for it, published their tables,`,
    'cut: The crews, who were asked for it, published their tables,',
  );
  finds(
    `${prose} The crews counted the old boats and the new boats in sum-\n\n${prose}`,
    'cut: The crews counted the old boats and the new boats in sum-',
  );
});

describe('damage: not cut', () => {
  finds(prose);
  finds(`${prose} See https://quay.example/boats`);
  finds(`${prose} They include:\n\n- one boat and\n- two boats`);
  finds('Boats and Crews of Old, Dock Board (2004)');
  finds('Boats and crews\n\nDock Board\n\n3 November 2004');
  finds('Dear colleagues,\n\nthe boats came in.');
  finds('Unsubscribe from these letters | They were sent to you | View it in a browser');
  finds('Unsubscribe | View it in a browser\nThe Harbour Lab, which sends these letters, 44 Rua das Flores, Lisboa');
  finds('Dirección General de Barcos y Extranjería');
  finds('Prepared by Rosa Quispe (Dock Institute, Lima) and\nJaime Uribe (University of the Coast)');
  finds('Share of the costs borne by crews of boats as a part of what they earned in the port of origin');
  finds('They sent us all the tables of the boats\n\nhh.csv and crews.csv hold five waves.');
});

describe('damage: cut in a title or a list', () => {
  finds(`${prose}\n\n- *Boats of the Coast*, 2001\n- *Boats of the Riv`, 'cut: *Boats of the Riv');
  finds('They keep:\n\n(a) a roll of boats;\n\n(b) a roll of cre\n\n(c) a roll of nets.', 'cut: a roll of cre');
});

describe('damage: what stands on a line of its own', () => {
  finds(`*Note compiled by the secretary of the Dock Board*\n\n${prose}`);
  finds(
    '3.e. Data providers\nHarbour offices, the Dock Board of the United Ports, crews and the owners of boats large and small, ferrymen',
  );
  finds('The papers of the Board:\n   No. 1 – Boats of Old (2001)\n   No. 2 – Crews of Old (2003)');
  finds(`${prose} Its papers are many, among them\n\n- *Boats of Old* (2001)`);
  finds('They keep:\n\n(a) a roll of boats\n\n(b) a roll of crews\n\n(c) a roll of nets');
  finds(`3.1  Boat File (BF). One row for every boat and every year since the flood, by\nport of origin. ${prose}`);
});

describe('damage: headless', () => {
  finds(`${prose}\n\nof the coast, where nobody counted them.`, 'headless: of the coast, where nobody counted them.');
  finds(
    `${prose}\n\n, and the crews of the boats were counted.`,
    'headless: , and the crews of the boats were counted.',
  );
});

describe('damage: headless, by words that only look like names', () => {
  finds(`${prose}\n\nand/or the crews of the coast.`, 'headless: and/or the crews of the coast.');
});

describe('damage: not headless', () => {
  finds(`${prose} It says:\n\nthe boats came in.`);
  finds('e-mail: desk@quay.example');
  finds('- the boats came in.\n- the crews went out.');
  finds(`${prose}\n\nhh.csv and crews.csv hold all five waves of the boats.`);
  finds(`${prose}\n\ninstall.packages("boats")      # 2.1.0, R >= 4.1`);
  finds('Statement on boats\n\nby the Minister of Ports and Ferries\nKampala, Thursday 18 August 2022');
  finds('Quay Letters\n\nNo. 17 | October 2019');
  finds(`${prose}\n\nstock: the number of boats that lie in a port.\n\nflow – those which come into it.`);
  finds(`${prose}\n\n*Boats of the Coast and their Crews*, third edition, Dock Board, the harbour town of Osland.`);
  finds(
    ['the boats came in.', 'they were counted.', 'nobody was there.', 'the crews went out.', 'it was cold.'].join(
      '\n\n',
    ),
  );
});

describe('damage: lists that stop short', () => {
  const list = (count: string, items: number): string =>
    `The fleet consists of ${count} boats:\n\n${Array.from({ length: items }, (_, n) => `- Boat ${'ABCDEFGHIJKL'[n]}`).join('\n')}`;
  finds('Two papers have been completed in the past twelve months:\n\n- Boat A;\n- Boat B.');
  finds(list('five', 3), 'broken-list: Boat C');
  finds(list('10', 2), 'broken-list: Boat B');
  finds(list('five', 5));
  finds(list('more than five', 3));
  finds(list('two', 1));
});

describe('damage: places', () => {
  it('are slices of the text', () => {
    const { note } = parseNote('note.txt', `\uFEFF${prose}\r\n\r\nof the ﬂeet har4.4(bour,s)3.1() came in.\r\n`);
    expect(note.damaged).to.have.length(2);
    for (const { start, end, text } of note.damaged) expect(note.text.slice(start, end)).to.equal(text);
  });
});
