/** `/ui`: what the pages are shown with: the files of `src/ui/`, and those of the editor's package. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Router } from 'express';
import { packageRoot } from '../../package-root.js';
import { HttpFault } from '../http-fault.js';
import { readVocabulary } from '../query/vocabulary.js';
import { sendText } from '../send.js';
import { sendFile } from '../send-file.js';

const root = join(packageRoot, 'src', 'ui');
/** Its files that a browser needs, and no others. */
const editor = dirname(fileURLToPath(import.meta.resolve('@zazuko/yasqe')));
const editorFiles = ['yasqe.esm.js', 'yasqe.min.css'];

export function uiRoutes(): Router {
  const vocabulary = JSON.stringify(readVocabulary());
  return Router()
    .get('/ui/vocabulary.json', (request, response) => sendText(request, response, vocabulary, 'application/json'))
    .get('/ui/yasqe/:file', (request, response, next) => {
      const { file: name } = request.params as { file: string };
      if (!editorFiles.includes(name)) throw new HttpFault(404, 'there is no such file');
      sendFile([response, next], { name, root: editor });
    })
    .get('/ui/*file', (request, response, next) => {
      sendFile([response, next], { name: request.path.slice('/ui/'.length), root });
    });
}
