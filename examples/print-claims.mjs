/** Reads notes and prints what they say, each statement with the words it rests on: `node examples/print-claims.mjs FILE…` */
import { createAgencyLike, extractClaims, readGazetteers, readNote } from 'migraph';

const gazetteers = readGazetteers();
const agencyLike = createAgencyLike(gazetteers);

/** An object is another thing, a value, or a record of values. */
const show = (object) => (typeof object === 'string' ? object : (object.label ?? JSON.stringify(object)));

for (const file of process.argv.slice(2)) {
  const { claims } = extractClaims(readNote(file, { agencyLike }), gazetteers);
  for (const { subject, property, object, evidence } of claims) {
    console.log(`${subject.type} "${subject.label}": ${property}: ${show(object)}`);
    for (const { text } of evidence.passages) console.log(`    "${text}"`);
  }
}
