/** Pages over the graph that the notes make: words for every rule and property, and files that curators can use as they are. */
import { join } from 'node:path';
import { expect } from 'chai';
import { packageRoot, readConfig } from '../../../src/config.js';
import { parseDecision } from '../../../src/curation/decision.js';
import { openDecision } from '../../../src/curation/open-decision.js';
import { createAgencyLike, extractClaims } from '../../../src/extract/extract.js';
import { readGazetteers } from '../../../src/extract/gazetteer.js';
import { readNote } from '../../../src/notes/read.js';
import { type NamedNode, type Quad, rdf } from '../../../src/rdf.js';
import { readClaim, readDisputed } from '../../../src/server/entity/read-claim.js';
import { shortName } from '../../../src/server/pages/term.js';
import type { Services } from '../../../src/server/services.js';
import { isMessage } from '../../../src/server/view/messages.js';
import { buildGraph } from '../../../src/triples/build.js';
import { readCatalogue } from '../../../src/triples/catalogue.js';
import { readOntology } from '../../../src/triples/ontology.js';
import { mig, prov, rdfTerms } from '../../../src/vocabularies.js';
import { readBuilt } from '../../queries/ask.js';

const config = readConfig({});
const noteFile = join(packageRoot, 'data', 'notes', 'un-pop-mig-5cm-2006-13.txt');

describe('pages over the graph that the notes make', function () {
  this.timeout(60_000);
  let quads: readonly Quad[] = [];
  let services: Pick<Services, 'store' | 'config'>;
  before(async () => {
    const built = await readBuilt();
    quads = built.quads;
    services = { store: built.store, config };
  });
  const objectsOf = (property: NamedNode): string[] => [
    ...new Set(quads.filter(({ predicate }) => predicate.equals(property)).map(({ object }) => object.value)),
  ];

  it('have words for every rule by which something was read', () => {
    const rules = objectsOf(mig.foundBy);
    expect(rules.length).to.be.greaterThan(20);
    expect(rules.filter((rule) => !isMessage(`entity.rule.${rule}`))).to.deep.equal([]);
  });
  it('have words for every property that a claim states', () => {
    const names = objectsOf(rdfTerms.predicate).map((property) => shortName('', property));
    expect(names.length).to.be.greaterThan(25);
    expect(names.filter((name) => !isMessage(`entity.property.${name}`))).to.deep.equal([]);
  });
  it('give a file by which the build takes any claim back', async () => {
    const claims = quads.filter(({ predicate, object }) => predicate.equals(rdfTerms.type) && object.equals(mig.Claim));
    const asked = claims.filter((_, n) => n % 40 === 0).map(({ subject }) => rdf.namedNode(subject.value));
    const files = await Promise.all(
      asked.map(async (thing) => {
        const claim = await readClaim(services as Services, thing, {});
        const disputed = claim && (await readDisputed(services as Services, claim, {}));
        return disputed && openDecision(disputed, 'retract', config.base);
      }),
    );
    const decisions = files.flatMap((file, n) =>
      file === undefined
        ? []
        : parseDecision(
            file.replace('who:', 'who: Ada').replace('when:', 'when: 2026-11-23').replace('why:', 'why: A trial.'),
            `${n}.yaml`,
            config.base,
          ),
    );
    expect(decisions.length).to.be.greaterThan(10);
    const gazetteers = readGazetteers();
    const { quads: curated } = await buildGraph({
      extractions: [extractClaims(readNote(noteFile, { agencyLike: createAgencyLike(gazetteers) }), gazetteers)],
      gazetteers,
      catalogue: readCatalogue(join(packageRoot, 'data', 'catalogue.ttl'), config.base),
      curation: decisions,
      ontology: readOntology(join(packageRoot, 'ontology')),
      config,
    });
    const fallen = new Set(
      curated.filter(({ predicate }) => predicate.equals(prov.invalidated)).map(({ object }) => object.value),
    );
    expect(asked.filter((_, n) => files[n] !== undefined).every(({ value }) => fallen.has(value))).to.equal(true);
  });
});
