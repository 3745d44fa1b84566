/** Tests which verbs say that somebody makes or keeps a thing. */
import { expect } from 'chai';
import { owningVerb } from '../../src/extract/owning-verbs.js';

describe('owning verbs', () => {
  for (const words of ['carry out', 'carried out', 'carrying out', 'sends out', 'gave out', 'brings out', 'drew up'])
    it(`"which they ${words}" says so`, () => expect(owningVerb.test(`which they ${words}`)).to.equal(true));
  for (const words of ['stayed out of', 'found out about', 'saw', 'used', 'looked out for', 'were left out of'])
    it(`"which they ${words}" does not`, () => expect(owningVerb.test(`which they ${words}`)).to.equal(false));
});
