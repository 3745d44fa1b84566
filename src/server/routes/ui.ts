/** `/ui`: what the pages are shown with: the files of `src/ui/`, and those of the editor's package. */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Router } from 'express';
import { packageRoot } from '../../package-root.js';
import { HttpFault } from '../http-fault.js';
import { readVocabulary } from '../query/vocabulary.js';
import { sendText } from '../send.js';

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** By name, with the place on the disk: what is not listed is not there, however its name is written. */
function findFiles(): ReadonlyMap<string, string> {
  const root = join(packageRoot, 'src', 'ui');
  const own = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => extname(name) in mediaTypes)
    .map((name): [string, string] => [name, join(root, name)]);
  // Of the editor what a browser needs, and nothing else.
  const editor = dirname(fileURLToPath(import.meta.resolve('@zazuko/yasqe')));
  const others = ['yasqe.esm.js', 'yasqe.min.css'].map((name): [string, string] => [
    `yasqe/${name}`,
    join(editor, name),
  ]);
  return new Map([...own, ...others]);
}

export function uiRoutes(): Router {
  const files = findFiles();
  const vocabulary = JSON.stringify(readVocabulary());
  return Router()
    .get('/ui/vocabulary.json', (request, response) => sendText(request, response, vocabulary, 'application/json'))
    .get('/ui/*file', async (request, response) => {
      const file = files.get(request.path.slice('/ui/'.length));
      const mediaType = mediaTypes[extname(file ?? '')];
      if (file === undefined || mediaType === undefined) throw new HttpFault(404, 'there is no such file');
      // Packed once for each content; a browser that has it is told so.
      await sendText(request, response, await readFile(file), mediaType);
    });
}
