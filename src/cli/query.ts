/** `migraph query`: one SPARQL query over a graph, answered on stdout. */
import { readFileSync } from 'node:fs';
import { readConfig } from '../config.js';
import { readContext } from '../export/json-ld-context.js';
import { type Format, findFormat, formats } from '../formats.js';
import type { AnswerKind, Evaluator, WantedFormats } from '../store/graph-store.js';
import { openStore } from '../store/open.js';
import { locateFault } from './failure.js';
import { readGraph } from './graph-option.js';
import { writeOut } from './write-out.js';

const kinds: readonly AnswerKind[] = ['bindings', 'boolean', 'graph'];

/** Each kind of answer in the format of that name; `json` and `xml` mean what they can mean for it. */
export function wantedFormats(name: string | undefined): WantedFormats {
  if (name === undefined) return { bindings: 'csv', boolean: 'csv', graph: 'turtle' };
  const fits = (format: Format | undefined, kind: AnswerKind) => format?.carries.includes(kind) === true;
  const named = findFormat(name);
  const chosen = kinds.flatMap((kind) => {
    const format = [named, ...formats].find(
      (one) => fits(one, kind) && (one === named || one?.alsoKnownAs.includes(`application/${name}`)),
    );
    return format === undefined ? [] : [[kind, format.id] as const];
  });
  return Object.fromEntries(chosen);
}

const explanations: Readonly<Record<Evaluator, string>> = {
  ids: 'evaluated over the columns of the graph',
  remote: 'evaluated by the engine that holds the graph',
  comunica: 'evaluated by Comunica: something in it is not evaluated over the columns',
};

function readQuery(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    const reason = code === 'ENOENT' ? 'no such file' : `cannot be read (${code})`;
    throw new Error(`${file}:1: ${code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'is not UTF-8 text' : reason}`, {
      cause,
    });
  }
}

export async function runQuery(
  text: string | undefined,
  options: { file?: string; format?: string; graph?: string; explain?: boolean },
): Promise<void> {
  const config = readConfig();
  const query = options.file === undefined ? (text ?? '') : readQuery(options.file);
  const { quads } = await readGraph(options.graph, config);
  const store = await openStore({ quads, config });
  try {
    const answer = await store.respond(query, wantedFormats(options.format), {
      baseIri: config.base,
      jsonLdContext: readContext(),
    });
    await writeOut(answer.body);
    if (options.explain === true) process.stderr.write(`${explanations[answer.by]}\n`);
  } catch (error) {
    throw locateFault(error, options.file ?? 'query');
  } finally {
    await store.close();
  }
}
