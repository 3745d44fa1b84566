/** TriG, spoilt. */
import { type FuzzTarget, probing } from '../fuzz-target.js';
import { createSpoiler } from '../spoil.js';
import { readAndWrite } from './rdf/read-and-write.js';
import { trigLanguage } from './rdf/turtle-language.js';

export const trig: FuzzTarget = {
  name: 'trig',
  share: 40,
  generate: createSpoiler(trigLanguage),
  open: probing((input) => readAndWrite(input, 'trig', ['trig', 'nquads', 'jsonld'])),
};
