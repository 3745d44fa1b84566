/** The query page: a form, what came of the query or what was probably meant, examples; a script makes it an editor. */
import { readQuestions } from '../../questions/read.js';
import type { AnswerKind } from '../../store/graph-store.js';
import { prefixes } from '../../vocabularies.js';
import { questionPath } from '../api/question-doors.js';
import { type Html, html } from '../html.js';
import type { Guess } from '../query/guess.js';
import { formatsFor } from '../request.js';
import type { View } from '../view/view.js';
import { layout } from './layout.js';
import { showFailure } from './outcome.js';
import { querySnippets, showSnippets } from './snippets.js';
import { tongueOf } from './tongue.js';

interface Failure {
  readonly message: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

export interface Asked {
  readonly query: string;
  readonly outcome?: Html;
  /** Of the answer. */
  readonly kind?: AnswerKind;
  readonly failure?: Failure;
  readonly guesses: readonly Guess[];
}

const addressOf = (query: string, format?: string): string =>
  `/sparql?${new URLSearchParams({ query, ...(format !== undefined && { format }) })}`;

function formatChooser({ say }: View): Html {
  const options = (kind: 'bindings' | 'graph', name: string): Html =>
    html`<optgroup label="${name}">${formatsFor(kind).map(({ id, mediaType }) => html`<option value="${id}">${mediaType}</option>`)}</optgroup>`;
  return html`<select id="format" name="format"><option value="">${say('query.page')}</option>${options('bindings', say('query.tables'))}${options('graph', say('query.graphs'))}</select>`;
}

const form = (view: View, query: string): Html => html`<form action="/sparql" method="get" id="ask">
<label for="query">${view.say('query.label')}</label>
<textarea id="query" name="query" rows="16" spellcheck="false" autocapitalize="off" required>${query}</textarea>
<p><label for="format">${view.say('query.format')}</label> ${formatChooser(view)} <button type="submit">${view.say('query.ask')}</button></p>
</form>`;

/** The line where it is wrong, with a mark under the place. */
function showPlace({ say }: View, query: string, { line, column }: Failure): Html | undefined {
  const text = line === undefined ? undefined : query.split('\n')[line - 1];
  if (text === undefined || line === undefined) return undefined;
  const start = Math.max(0, (column ?? 1) - 60);
  const mark = `${' '.repeat(Math.max(0, (column ?? 1) - 1 - start))}^`;
  return html`<figure><figcaption><a href="#query">${say('query.line', { line })}</a></figcaption>
<pre class="place" data-line="${line}" data-column="${column ?? 1}">${text.slice(start, start + 120)}\n${mark}</pre></figure>`;
}

const showGuesses = ({ say }: View, query: string, guesses: readonly Guess[]): Html | undefined =>
  guesses.length === 0
    ? undefined
    : html`<ul class="guesses">${guesses.map(
        (guess) =>
          html`<li><span lang="en">${guess.text}</span>${guess.query === query ? undefined : html` – <a href="${addressOf(guess.query)}">${say('query.use')}</a>`}</li>`,
      )}</ul>`;

/** The answer's other formats; its address is the permanent link, also of what was sent by POST. */
const ways = ({ say }: View, { query, kind }: Asked): Html | undefined =>
  kind === undefined
    ? undefined
    : html`<p>${say('query.as')} ${formatsFor(kind).map(({ id }) => html`<a href="${addressOf(query, id)}">${id.toUpperCase()}</a> `)}· <a href="${addressOf(query)}">${say('query.link')}</a></p>`;

const examples = readQuestions();

function showExamples(view: View): Html {
  const { say } = view;
  const items = examples.map(({ name, title, query, parameters }) => {
    const settable =
      parameters.length === 0 ? undefined : html` (<a href="${questionPath(name)}">${say('query.example.set')}</a>)`;
    return html`<li><a href="${addressOf(query)}"${tongueOf(view, 'en')}>${title}</a>${settable}</li>`;
  });
  return html`<section><h2>${say('query.examples')}</h2><ul class="questions">${items}</ul></section>`;
}

const showPrefixes = ({ say }: View): Html =>
  html`<details><summary>${say('query.prefixes')}</summary><pre tabindex="0">${Object.entries(prefixes)
    .map(([prefix, namespace]) => `PREFIX ${prefix}: <${namespace}>`)
    .join('\n')}</pre></details>`;

/** `origin`: where the server was reached, for what is copied into programs. */
export function queryPage(view: View, asked: Asked, origin: string): Html {
  const { query, outcome, failure, guesses } = asked;
  const { say } = view;
  const main = html`<h1>${say('query.title')}</h1>
${failure === undefined ? undefined : html`${showFailure(failure.message)}\n${showPlace(view, query, failure)}`}
${showGuesses(view, query, guesses)}
${form(view, query)}
${outcome === undefined ? undefined : html`<section id="answer">${outcome}</section>`}
${ways(view, asked)}
${query === '' ? undefined : showSnippets(view, querySnippets(`${origin}/sparql`, query))}
${showPrefixes(view)}
${query === '' ? showExamples(view) : html`<p><a href="/sparql">${say('query.examples')}</a></p>`}
<p>${say('query.programs', { address: `${origin}/sparql` })}</p>
<script type="module" src="/ui/editor.js"></script>`;
  return layout(
    `${say('query.title')} – migraph`,
    main,
    view,
    html`<link rel="stylesheet" href="/ui/yasqe/yasqe.min.css">\n<link rel="stylesheet" href="/ui/editor.css">\n`,
  );
}
