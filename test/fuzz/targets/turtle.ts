/** Turtle, spoilt. */
import { type FuzzTarget, probing } from '../fuzz-target.js';
import { createSpoiler } from '../spoil.js';
import { readAndWrite } from './rdf/read-and-write.js';
import { turtleLanguage } from './rdf/turtle-language.js';

export const turtle: FuzzTarget = {
  name: 'turtle',
  share: 50,
  generate: createSpoiler(turtleLanguage),
  open: probing((input) => readAndWrite(input, 'turtle', ['turtle', 'ntriples', 'rdfxml'])),
};
