/** Tests addresses: whose home page or mail address it is. */
import { reads } from '../reads.js';

const register = 'The Dock Board maintains the Quay Register, which covers Kenya.';
const owner = 'Agency Dock Board';
const data = 'Dataset Quay Register';

/** A text, the things whose address it is with what they are told to have, and things that have none. */
const mail = (text: string, thing: string, email: readonly string[]) =>
  it(`${thing}: ${text}`, () => reads(text, thing, { email }));
const page = (text: string, thing: string, landingPage: readonly string[]) =>
  it(`${thing}: ${text}`, () => reads(text, thing, { landingPage }));

describe('addresses: of data', () => {
  mail(`${register} Contact: quay@tides.example`, data, ['quay@tides.example']);
  page(`${register} It can be downloaded from https://tides.example/quay.`, data, ['https://tides.example/quay']);
  const record =
    'Title: Quay Register\nOwner: Dock Board\nYears: 1990-2003\nAccess: open\nContact: quay@tides.example\n';
  mail(record, data, ['quay@tides.example']);
  mail(record, owner, []);
  mail('Title: Quay Register\nOwner: Dock Board\nE-mail: quay@tides.example or desk@tides.example\n', data, [
    'quay@tides.example',
    'desk@tides.example',
  ]);
  page('Data\n\n- **Quay Register** (Dock Board): sailors in Kenya, 1990–2003. https://tides.example/quay', data, [
    'https://tides.example/quay',
  ]);
});

describe('addresses: of documents', () => {
  const text =
    'The Dock Board published *Rafts and Remittances* in 2004; it is available at https://tides.example/rafts.';
  page(text, 'Publication Rafts and Remittances', ['https://tides.example/rafts']);
  page(text, owner, []);
});

describe('addresses: of who is named for it', () => {
  page(`${register} More is told on the Board’s website at: https://tides.example.`, owner, ['https://tides.example/']);
  page(`${register} More is told on the Board’s website at: https://tides.example.`, data, []);
  page('The website of the Dock Board is https://tides.example.', owner, ['https://tides.example/']);
  page('Sailors are counted by the Dock Board (https://tides.example) in Kenya.', owner, ['https://tides.example/']);
  page(
    'The Raft Watch Office (RWO) keeps the Quay Register. All is to be found under https://www.rwo.example.',
    'Agency Raft Watch Office',
    ['https://www.rwo.example/'],
  );
  mail(
    'The Dock Board keeps the Quay Register.\n\nContact\n\nHarbour Data Team, Dock Board, Quay 1, Mombasa. E-mail: team@tides.example',
    'Unit Harbour Data Team',
    ['team@tides.example'],
  );
});

describe('addresses: of who wrote the text', () => {
  const errors = `${register} On 3 May two errors in the Quay Register were corrected. Enquiries: desk@tides.example`;
  mail(errors, owner, ['desk@tides.example']);
  mail(errors, data, []);
  mail('Dock Board\n\nPress release\n\nRafts have become fewer.\n\nContact: press@tides.example', owner, [
    'press@tides.example',
  ]);
});

describe('addresses: of who wrote the text, whoever it spoke of last', () => {
  const text =
    'Bulletin of the Dock Board\n\nWe count rafts in our Quay Register.\n\nThe Raft Council met our staff in Oslo on 3 May 2004. Contributions for the next number to desk@tides.example.';
  mail(text, owner, ['desk@tides.example']);
  mail(text, 'Agency Raft Council', []);
});

describe('addresses: nobody’s', () => {
  page(
    'Dock Board\n\n[![build](https://badges.example/quay)](https://ci.example)\n\nThe Dock Board counts rafts.',
    owner,
    [],
  );
  mail('To: somebody@tides.example\n\nThe Dock Board counts rafts.', owner, []);
});
