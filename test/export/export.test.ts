/** The catalogue is exported from any graph, with or without a catalogue's description in it. */
import { expect } from 'chai';
import { readConfig } from '../../src/config.js';
import { exportProfile } from '../../src/export/export.js';
import { findProfile, isRdf, profiles } from '../../src/export/profiles.js';
import { readQueryText } from '../../src/export/query-text.js';
import { openStore } from '../../src/store/open.js';
import { parseQuery } from '../../src/store/parse/parse-query.js';
import { parseRdf } from '../../src/store/rdf/parse-rdf.js';

const config = readConfig({});

describe('export profiles', () => {
  for (const profile of profiles)
    it(`${profile.id} is a query within the limits, found by id and by all its IRIs`, () => {
      const kind = isRdf(profile) ? 'graph' : 'bindings';
      expect(parseQuery(readQueryText(profile.query)).kind).to.equal(kind);
      for (const iri of profile.alsoKnownAs) expect(findProfile(iri)).to.equal(profile);
      expect(findProfile(profile.id)).to.equal(profile);
      expect(findProfile(profile.iri)).to.equal(profile);
    });

  it('an empty graph gives an empty catalogue, a bare dataset is in it', async () => {
    const profile = findProfile('dcat');
    if (profile === undefined) throw new Error('the default profile is gone');
    const write = async (turtle: string): Promise<string> => {
      const store = await openStore({ quads: await parseRdf(turtle, 'turtle', config.base), config });
      const answer = await exportProfile(store, profile, { base: config.base, format: 'ntriples', context: {} });
      const chunks: Uint8Array[] = [];
      for await (const chunk of answer.body) chunks.push(chunk);
      await store.close();
      return Buffer.concat(chunks).toString('utf8');
    };
    expect(await write('')).to.equal('');
    expect(await write('<http://e/d> a <http://www.w3.org/ns/dcat#Dataset> .')).to.include(
      `<${config.base}catalog> <http://www.w3.org/ns/dcat#dataset> <http://e/d> .`,
    );
  });
});
