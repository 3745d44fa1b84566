/** Canonical N-Triples of triples by numbers, sorted, each line once: most are copied from the bytes of the terms. */
import { ByteWriter, encoded } from './byte-writer.js';
import { form, IdOrder } from './id-order.js';
import { endOfQuoted, type IdTerms } from './id-terms.js';
import type { IdTriples } from './id-triples.js';

const space = encoded(' ');
const lineEnd = encoded(' .\n');

function copyTerm(terms: IdTerms, id: number, out: ByteWriter): void {
  out.copy(terms, terms.ends[id - 1] as number, terms.ends[id] as number);
}

function copyTagged(terms: IdTerms, id: number, out: ByteWriter): void {
  const { bytes, ends } = terms;
  const end = endOfQuoted(terms, id);
  out.copy(terms, ends[id - 1] as number, end);
  out.text(bytes.toString('latin1', end, ends[id]).toLowerCase());
}

export function* serialiseIdLines(triples: IdTriples): Generator<Uint8Array> {
  const { terms } = triples;
  const order = new IdOrder(terms);
  const out = new ByteWriter();
  for (const subject of order.sortSubjects(triples.subjects())) {
    const { said, lines } = order.sortSaid(subject, triples.about(subject));
    for (let at = 0; at < said.length; at += 2) {
      const line = lines?.[at / 2];
      if (line === undefined) {
        const object = said[at + 1] as number;
        copyTerm(terms, subject, out);
        out.all(space);
        copyTerm(terms, said[at] as number, out);
        out.all(space);
        if (order.formOf(object) === form.tag) copyTagged(terms, object, out);
        else copyTerm(terms, object, out);
        out.all(lineEnd);
      } else if (line !== lines?.[at / 2 - 1]) out.text(line);
      if (out.hasChunk) yield* out.take();
    }
  }
  yield* out.finish();
}
