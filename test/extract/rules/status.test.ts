/** Tests what has ended and what is still to come; the verb's own subject tells whose it is. */
import { reads } from '../reads.js';

const register = 'The Dock Board maintains the Quay Register, which covers Kenya from 1990 to 2003.';
const told = (status: string, thing: string) => (text: string) =>
  it(text, () => reads(text, thing, { status: status === '' ? [] : [status] }));

describe('status: what has ended', () => {
  const ended = told('discontinued', 'Dataset Quay Register');
  ended(`${register} It was discontinued in 2004.`);
  ended(`${register} In 2004 the register was closed down for lack of money.`);
  ended(`${register} The register has since been abandoned.`);
  ended(`${register} It is not updated any more.`);
  ended(`${register} It was replaced in 2005 by a list of crews.`);
  ended('The Quay Register, which is no longer updated, covers Kenya from 1990 to 2003.');
  ended('The Quay Register of the Dock Board covers Kenya. The Quay Register came to an end in 2004.');
  ended('Sailors were counted in the Quay Register, closed in 2004, and nowhere else.');
  ended('- Quay Register: sailors in Kenya, 1990–2003; no longer updated.');
  ended('Quay Register: The Dock Board used to compile data on sailors in Kenya.');

  const series = told('discontinued', 'Series Quay Yearbook');
  series('The Dock Board used to publish the *Quay Yearbook*.');
  series('The *Quay Yearbook* of the Dock Board ceased publication in 2004.');
  told(
    'discontinued',
    'Dataset Quay Panel',
  )(
    '| Data set | Owner | Years |\n|---|---|---|\n| Quay Panel | Dock Board | 1990–2003; discontinued |\n| Raft Survey | Dock Board | 2004 |',
  );
});

describe('status: what has ended, in other words', () => {
  const over = told('discontinued', 'Dataset Quay Register');
  over('The Quay Register of the Dock Board counted crews from 2008 to 2012, when it was given up.');
  over('The Dock Board held the Quay Register in 2011. It has not been continued.');
  over('The Dock Board keeps them.\n\n| Register | Years |\n|---|---|\n| Quay Register | 1996–2011 (discontinued) |');
  told(
    'discontinued',
    'Series Quay Digest',
  )("The Dock Board's publication was the *Quay Digest*. The series ended in 2012.");
  told(
    'discontinued',
    'Series Bulletin maritime',
  )(
    'The Dock Board has the series *Cahiers de la mer*. It replaces the *Bulletin maritime*, of which the last issue is dated 2008.',
  );
  told(
    'discontinued',
    'Series Anuario maritimo',
  )('- *Anuario maritimo*: a yearbook edited by the Dock Board; last issue 2019, then discontinued.');
});

describe('status: what has not ended though something else has', () => {
  const goesOn = told('', 'Dataset Quay Register');
  goesOn(`${register} Data entry for the year 2003 was closed in May 2004.`);
  goesOn(`${register} The border with Uganda was closed in 2004.`);
  goesOn(`${register} The visa on which it rests has been abolished.`);
  goesOn(`${register} Fieldwork had to be suspended in 2004.`);
  goesOn(`${register} A pilot in Uganda was abandoned.`);
  goesOn(`${register} It was abandoned in 2004 and taken up again in 2006.`);
  goesOn(`${register} Ferries are no longer counted in Mombasa.`);
  goesOn('The Quay Register replaced the ledgers, which are no longer kept.');
  goesOn('The Dock Board used to be a part of the ministry and maintains the Quay Register.');
  goesOn(`${register} It was closed to the public in 2004.`);
  goesOn(`${register} The questionnaire was replaced by a shorter one.`);
});

describe('status: what is still to come', () => {
  const book = told('forthcoming', 'Publication Rafts and Remittances');
  book('The Dock Board wrote *Rafts and Remittances*, which is in press.');
  book('*Rafts and Remittances* will be printed by the Dock Board next year.');
  book('A report, *Rafts and Remittances*, was written by the Dock Board. It will appear in May.');
  book('Its results will be issued as *Rafts and Remittances*.');
  book('A new book, *Rafts and Remittances*, will discuss the ports of Kenya.');
  book('The Dock Board is preparing a report, *Rafts and Remittances*, on Kenya; it is to follow in autumn.');
  book('Papers\n\n- Dock Board (in press). *Rafts and Remittances*. Dock Papers 4.');
  book('Papers\n\n- *Rafts and Remittances*. Forthcoming');
  book('Papers\n\n- *Rafts and Remittances*, Dock Board, forthcoming');

  told(
    'forthcoming',
    'Dataset Raft Census',
  )('The *Raft Census*, a database of boats, will be released by the Dock Board.');
  told('forthcoming', 'Dataset Raft Survey')('In 2031 the Dock Board shall begin a *Raft Survey* in Kenya.');
  told('forthcoming', 'Dataset Raft Cost Survey')('The Dock Board is preparing a *Raft Cost Survey* for Kenya.');
  told(
    'forthcoming',
    'Project Counting Rafts',
  )('In preparation\n\n*Counting Rafts* is a project of the Dock Board on the boats of Kenya.');
});

describe('status: what is there though something of it is still to come', () => {
  const there = told('', 'Dataset Quay Register');
  there(`${register} The next round will be released in May.`);
  there(`${register} It will be updated every month.`);
  there(`${register} It will be published as a table in the yearbook.`);
  there(`${register} Figures for 2004 are to be added.`);
  there(`${register} Uganda will be added in 2005.`);
  told('', 'Series Quay Yearbook')('The *Quay Yearbook* of the Dock Board will be published in May as always.');
  told(
    '',
    'Publication Rafts and Remittances',
  )('The Dock Board published *Rafts and Remittances* in 2004. A new version will be available in May.');
});
