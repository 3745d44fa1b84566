/** The gazetteers: what is generally known of places, organisations and themes, and nothing that any one note says. */
import { join } from 'node:path';
import { packageRoot } from '../package-root.js';
import { type Agencies, readAgencies } from './agencies.js';
import { type Links, readLinks } from './links.js';
import { type Places, readPlaces } from './places.js';
import { readThemes, type Themes } from './themes.js';

export type { AgencyEntry, AgencyName } from './agencies.js';
export type { Country, Region } from './countries.js';
export type { Language, Names } from './country-names.js';
export type { LinkRelation, ThemeLink } from './links.js';
export type { CountryGroup, Place } from './places.js';
export type { ThemeEntry } from './themes.js';

/** What is generally known, read once and given to every extraction. */
export interface Gazetteers extends Places, Agencies, Themes, Links {}

/** Reads a folder of gazetteers, the package's own unless told; a malformed line is an Error `file:line: reason`. */
export function readGazetteers(folder: string = join(packageRoot, 'data', 'gazetteers')): Gazetteers {
  const themes = readThemes(folder);
  return { ...readPlaces(folder), ...readAgencies(folder), ...themes, ...readLinks(folder, themes.themeEntries) };
}
