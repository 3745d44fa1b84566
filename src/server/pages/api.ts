/** The page of all doors, made from the OpenAPI document: the questions first, then the rest by their kind. */
import type { OpenApi, Operation } from '../api/open-api.js';
import { type Html, html } from '../html.js';
import type { View } from '../view/view.js';
import { layout } from './layout.js';
import { tongueOf } from './tongue.js';

interface Listed extends Operation {
  readonly path: string;
  readonly method: string;
}

const listed = ({ paths }: OpenApi): Listed[] =>
  Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ ...operation, path, method })),
  );

/** What can be followed as it is. */
const showAddress = ({ method, path, parameters = [] }: Listed): Html =>
  method === 'get' && !parameters.some(({ required }) => required)
    ? html`<a href="${path}"><code>${path}</code></a>`
    : html`<code>${path}</code>`;

const showParameters = ({ parameters = [] }: Operation): Html | undefined =>
  parameters.length === 0
    ? undefined
    : html`<dl>${parameters.map(
        ({ name, description, required, example }) =>
          html`<dt><code>${name}</code>${required ? ' *' : ''}</dt><dd>${description}${example === undefined ? undefined : html` <code>${example}</code>`}</dd>`,
      )}</dl>`;

const typesOf = ({ responses }: Operation): string[] =>
  Object.entries(responses).flatMap(([status, response]) =>
    status.startsWith('2') && 'content' in response ? Object.keys(response.content ?? {}) : [],
  );

function showDoor(view: View, operation: Listed): Html {
  const { method, summary, description } = operation;
  const types = typesOf(operation);
  return html`<li id="${operation.operationId}"><p><b>${method.toUpperCase()}</b> ${showAddress(operation)} <span${tongueOf(view, 'en')}>${summary}</span></p>
<details${tongueOf(view, 'en')}><summary>${view.say('api.details')}</summary>${description === undefined ? undefined : html`<p>${description}</p>`}${showParameters(operation)}
${types.length === 0 ? undefined : html`<p>${types.map((type) => html`<code>${type}</code> `)}</p>`}</details></li>\n`;
}

export function apiPage(view: View, document: OpenApi): Html {
  const { say } = view;
  const operations = listed(document);
  const tags = [...new Set(operations.flatMap(({ tags: [tag = ''] }) => tag))];
  const sections = tags.map((tag) => {
    const own = operations.filter(({ tags: [one] }) => one === tag).map((one) => showDoor(view, one));
    return html`<section><h2${tongueOf(view, 'en')}>${tag}</h2><ul class="doors-list">${own}</ul></section>\n`;
  });
  const main = html`<h1>${say('api.title')}</h1>
<p class="lead">${say('api.lead')}</p>
<p><a href="/openapi.json">OpenAPI 3.1</a> · <a href="/.well-known/sparql-examples?format=turtle">SPARQL (sh:SPARQLExecutable)</a></p>
${sections}`;
  return layout(`${say('api.title')} – migraph`, main, view);
}
