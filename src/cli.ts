#!/usr/bin/env node
/** The command line: the only place where the parts are joined. */
import { basename } from 'node:path';
import { createAgencyLike, extractClaims } from './extract/extract.js';
import { readGazetteers } from './extract/gazetteer.js';
import { toJson } from './extract/to-json.js';
import { readNote } from './notes/read.js';

const [, file = ''] = process.argv.slice(2);
const gazetteers = readGazetteers();
const note = readNote(file, { agencyLike: createAgencyLike(gazetteers) });
process.stdout.write(
  `${JSON.stringify(toJson(basename(file).replace(/\.[^.]+$/, ''), note, extractClaims(note, gazetteers)), null, 1)}\n`,
);
