/** The program that validates what somebody sent: an order and a body come in on standard input, a report goes out. */
import { stepBack } from '../../priority.js';
import type { Quad } from '../../rdf.js';
import { serialiseQuads } from '../../serialise/quads.js';
import { checkDepth } from '../../store/rdf/check-depth.js';
import { parseRdf } from '../../store/rdf/parse-rdf.js';
import { RdfSyntaxError } from '../../store/rdf/rdf-syntax-error.js';
import { readProfileShapes } from './profile-shapes.js';
import { reportOn } from './report.js';
import { describeReport } from './report-rdf.js';
import type { ValidationOrder, ValidationOutcome } from './validator.js';

/** The order is a line of JSON. */
async function readInput(): Promise<{ order: ValidationOrder; text: string }> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) chunks.push(chunk);
  const all = Buffer.concat(chunks);
  const end = all.indexOf('\n');
  return { order: JSON.parse(all.toString('utf8', 0, end)) as ValidationOrder, text: all.toString('utf8', end + 1) };
}

async function parse({ format, baseIri }: ValidationOrder, text: string): Promise<Quad[]> {
  const tooDeep = checkDepth(text, format);
  if (tooDeep !== undefined) throw new RdfSyntaxError(tooDeep.line, tooDeep.reason);
  return parseRdf(text, format, baseIri);
}

async function work(): Promise<ValidationOutcome> {
  const { order, text } = await readInput();
  try {
    const quads = await parse(order, text);
    const validated = await reportOn(quads, { profile: order.profile, shapes: readProfileShapes(order.profile) });
    if (order.reportFormat === undefined) return { report: validated.report };
    let written = '';
    for await (const part of serialiseQuads(describeReport(validated), order.reportFormat)) written += part;
    return { report: validated.report, rdf: written };
  } catch (error) {
    if (error instanceof RdfSyntaxError) return { fault: { line: error.line, message: error.message } };
    throw error;
  }
}

stepBack();
process.stdout.end(JSON.stringify(await work()));
