/** Every profile of the note keeps its own shapes, by two engines, and reads the same by two JSON-LD parsers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import jsonld from 'jsonld';
import { JsonLdParser } from 'jsonld-streaming-parser';
import { packageRoot, readConfig } from '../../src/config.js';
import { exportProfile } from '../../src/export/export.js';
import { readContext } from '../../src/export/json-ld-context.js';
import { isRdf, profiles } from '../../src/export/profiles.js';
import { readProfileShapes } from '../../src/export/validation/profile-shapes.js';
import { type Quad, rdf } from '../../src/rdf.js';
import { rdfDatasets } from '../../src/rdf-datasets.js';
import { refuseToLoad } from '../../src/serialise/own-context.js';
import { parseRdf } from '../../src/store/rdf/parse-rdf.js';
import { readBuilt } from '../queries/ask.js';
import { readProfile } from './read-profile.js';
import { validateTwice } from './two-engines.js';

const { base } = readConfig({});

const canonical = (quads: Iterable<Quad>): string[] =>
  rdfDatasets
    .dataset([...quads].map((q) => rdf.quad(q.subject as never, q.predicate as never, q.object as never)))
    .toCanonical()
    .trim()
    .split('\n')
    .sort();

async function readTwice(text: string): Promise<{ readonly first: Quad[]; readonly second: Quad[] }> {
  const options = { documentLoader: refuseToLoad, format: 'application/n-quads' };
  const lines = (await jsonld.toRDF(JSON.parse(text), options as never)) as unknown as string;
  const second: Quad[] = [];
  const parser = new JsonLdParser({ dataFactory: rdf as never });
  parser.on('data', (quad: Quad) => second.push(quad));
  const ended = new Promise((resolve, reject) => parser.on('end', resolve).on('error', reject));
  parser.write(text);
  parser.end();
  await ended;
  return { first: await parseRdf(lines, 'nquads', base), second };
}

for (const profile of profiles.filter(isRdf))
  describe(`the profile ${profile.id} of the note`, () => {
    it('keeps its own shapes; what it lacks is said to be not stated', async () => {
      const quads = await readProfile((await readBuilt()).store, profile, { base });
      expect(quads.length).to.be.greaterThan(20);
      const { violations, warnings } = await validateTwice(quads, readProfileShapes(profile.id));
      expect(violations).to.deep.equal([]);
      for (const { message } of warnings) expect(message).to.match(/ is (?:not )?stated/);
    });

    it('is the same graph by two parsers of JSON-LD, and in Turtle', async () => {
      const { store } = await readBuilt();
      const read = async (format: string): Promise<string> => {
        const answer = await exportProfile(store, profile, { base, format, context: readContext() });
        let text = '';
        for await (const chunk of answer.body) text += Buffer.from(chunk).toString('utf8');
        return text;
      };
      const text = await read('jsonld');
      if (profile.context !== undefined)
        expect(text.match(/^\s*"[^"@]*:[^"]*":/m), 'a name that no term stands for').to.equal(null);
      const { first, second } = await readTwice(text);
      expect(canonical(second)).to.deep.equal(canonical(first));
      const said = await readProfile(store, profile, { base });
      expect(canonical(first).length).to.equal(canonical(said).length);
    });

    it('has shapes that each say in words what they ask for', () => {
      const text = readFileSync(join(packageRoot, 'ontology', 'shapes', 'profiles', profile.shapes ?? ''), 'utf8');
      const messages = [...text.matchAll(/sh:message "([^"]*)"/g)].map(([, message]) => message);
      expect(messages.length).to.be.greaterThan(3);
      expect(new Set(messages).size).to.equal(messages.length);
      expect((text.match(/sh:path/g) ?? []).length).to.equal(messages.length);
    });
  });
