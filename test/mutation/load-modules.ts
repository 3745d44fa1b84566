/** Loads all that mutants are made of, and no more: what runs by then runs whoever loads it. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../../src/config.js';
import { parts } from './population.js';

for (const folder of Object.values(parts).flat())
  for (const name of readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.js')) await import(pathToFileURL(join(packageRoot, folder, name)).href);
