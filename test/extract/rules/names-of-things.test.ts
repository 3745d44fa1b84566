/** Tests how the name of a thing is taken out of the cell, field or heading that holds it. */
import { expect } from 'chai';
import { cleanName, splitAcronym, withoutCode, withoutRemark } from '../../../src/extract/rules/names-of-things.js';

const gives = (make: (words: string) => unknown, pairs: readonly (readonly [string, unknown])[]): void => {
  for (const [words, wanted] of pairs) it(words, () => expect(make(words)).to.deep.equal(wanted));
};

describe('a name without marks and remarks', () => {
  gives(cleanName, [
    ['[Raft Survey](https://rafts.example/a)', 'Raft Survey'],
    ['[Raft Survey] of crews', '[Raft Survey] of crews'],
    ['**Raft** _Survey_', 'Raft Survey'],
    ['rafts_by_flag', 'rafts_by_flag'],
    ['(no title) register of boats', 'register of boats'],
    ['(Without a name) register of boats', 'register of boats'],
    ['(now closed) register of boats', '(now closed) register of boats'],
    ['the list (no title) register', 'the list (no title) register'],
    ['Raft Survey [incomplete]', 'Raft Survey'],
    ['Raft [lost] Survey', 'Raft [lost] Survey'],
    ['“Raft Survey”', 'Raft Survey'],
    ['««Raft Survey»»', 'Raft Survey'],
    ["the “Raft” Survey's “crews” list", "the “Raft” Survey's “crews” list"],
    ['  Raft Survey ', 'Raft Survey'],
  ]);
});

describe('a name and its acronym or code', () => {
  gives(splitAcronym, [
    ['Raft Survey (RS)', { label: 'Raft Survey', acronym: 'RS' }],
    ['Raft Survey (RaftS-2)', { label: 'Raft Survey', acronym: 'RaftS-2' }],
    ['Rafts by flag (raft_flag)', { label: 'Rafts by flag', acronym: 'raft_flag' }],
    ['Rafts by flag (raft)', { label: 'Rafts by flag (raft)', acronym: undefined }],
    ['Raf (RS)', { label: 'Raf (RS)', acronym: undefined }],
    ['Raft Survey (R)', { label: 'Raft Survey (R)', acronym: undefined }],
    ['Raft Survey (RSABCDEFGHIJK)', { label: 'Raft Survey (RSABCDEFGHIJK)', acronym: undefined }],
    ['Raft Survey (RS) of crews', { label: 'Raft Survey (RS) of crews', acronym: undefined }],
    ['Raft Survey(RS)', { label: 'Raft Survey(RS)', acronym: undefined }],
  ]);
});

describe('a name without the mark of its record', () => {
  gives(withoutCode, [
    ['A/ – Raft Survey', 'Raft Survey'],
    ['USP – Raft Survey', 'Raft Survey'],
    ['12 — raft survey', 'raft survey'],
    ['USPA – Raft Survey', 'USPA – Raft Survey'],
    ['USP-001 Raft Survey', 'Raft Survey'],
    ['12: Raft Survey', 'Raft Survey'],
    ['3.1.  Raft Survey', 'Raft Survey'],
    ['3.1 raft survey', '3.1 raft survey'],
    ['3.1 Rafts', '3.1 Rafts'],
    ['1998 Raft Survey', '1998 Raft Survey'],
    ['1458 Raft Survey', 'Raft Survey'],
    ['Raft Survey', 'Raft Survey'],
    ['The 4th Raft Survey', 'The 4th Raft Survey'],
  ]);
});

describe('a name without what is said of it behind a comma', () => {
  gives(withoutRemark, [
    ['Raft Survey, the survey of crews', 'Raft Survey'],
    ['Raft Survey, an old list', 'Raft Survey'],
    ['Raft Survey, until 2003 called Deck Survey', 'Raft Survey'],
    ['Raft Survey, Formerly known as the Deck Survey', 'Raft Survey, Formerly known as the Deck Survey'],
    ['Raft Survey, now known as the Deck Survey', 'Raft Survey'],
    ['Raft Survey, until 2003 closed', 'Raft Survey, until 2003 closed'],
    ['Rafts, Crews and Ports', 'Rafts, Crews and Ports'],
    ['Rafts, the survey of crews', 'Rafts, the survey of crews'],
  ]);
});
