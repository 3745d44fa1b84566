/** The page of a curator: each sentence with what is uncertain in it, and what may be said of it, to accept, edit or reject. */
import { type Html, html } from '../html.js';
import type { NoteToReview, ShownCandidate } from '../review/read-candidates.js';
import type { View } from '../view/view.js';
import { layout } from './layout.js';

export interface ReviewState {
  readonly notes: readonly NoteToReview[];
  readonly slug: string | undefined;
  /** In the order of the text. */
  readonly open: readonly ShownCandidate[];
  /** How many were decided since the graph was built. */
  readonly decided: number;
  /** The curator, where it is known. */
  readonly who: string;
}

/** So many sentences stand on a page; with each decision the next one comes up. */
const mostShown = 25;

/** The sentence with the words in question marked. */
function markWords({ sentence, words }: ShownCandidate): Html {
  const at = words === sentence ? -1 : sentence.indexOf(words);
  if (at === -1) return html`${sentence}`;
  return html`${sentence.slice(0, at)}<mark>${words}</mark>${sentence.slice(at + words.length)}`;
}

const input = (name: string, label: string, value: string, id: string): Html =>
  html`<label for="${name}-${id}">${label}</label><input id="${name}-${id}" name="${name}" value="${value}" maxlength="2000" spellcheck="false">`;

/** What every form has: which candidate it is on, who decides, and why. */
function common({ say }: View, { id, note }: ShownCandidate, who: string, key: string): Html {
  const name =
    who === ''
      ? html`<label for="who-${key}">${say('review.who')}</label><input id="who-${key}" name="who" required maxlength="200" autocomplete="name">`
      : html`<input type="hidden" name="who" value="${who}">`;
  return html`<input type="hidden" name="candidate" value="${id}"><input type="hidden" name="note" value="${note}">${name}${input('why', say('review.why'), '', key)}`;
}

function proposal({ say }: View, { proposed, labels, isSaid }: ShownCandidate): Html {
  if (proposed === undefined) return html`<p class="quiet">${say('review.nothing-proposed')}</p>`;
  const { subject, predicate, object } = proposed;
  const named = (label: string, term: string): Html =>
    label === '' ? html`<code>${term}</code>` : html`${label} <code>${term}</code>`;
  return html`<dl class="proposal"><dt>${say('review.subject')}</dt><dd>${named(labels.subject, subject)}</dd><dt>${say('review.predicate')}</dt><dd><code>${predicate}</code></dd><dt>${say('review.object')}</dt><dd>${named(labels.object, object)}</dd></dl>${isSaid ? html`<p class="quiet">${say('review.is-said')}</p>` : undefined}`;
}

function showCandidate(view: View, candidate: ShownCandidate, who: string): Html {
  const { say } = view;
  const { id, proposed, note, start, end, reason, kind } = candidate;
  const accept =
    proposed === undefined
      ? undefined
      : html`<button name="says" value="accept" data-key="a">${say('review.accept')}</button> `;
  return html`<article class="candidate" id="c-${id}" tabindex="-1">
<div><p class="kind">${say(`review.kind.${kind.replace(' ', '-')}`)} · <span lang="en">${reason}</span></p>
<blockquote${candidate.language === '' ? undefined : html` lang="${candidate.language}"`}>${markWords(candidate)}</blockquote>
<p><a href="/note/${note}?format=html#char=${start},${end}">${say('review.in-note')}</a></p></div>
<div>${proposal(view, candidate)}
<form method="post" action="/review">${common(view, candidate, who, `a-${id}`)}<p>${accept}<button name="says" value="reject" data-key="r">${say('review.reject')}</button></p></form>
<details><summary data-key="e">${say('review.edit')}</summary><form method="post" action="/review">${common(view, candidate, who, `e-${id}`)}${input('subject', say('review.subject'), proposed?.subject ?? '', id)}${input('predicate', say('review.predicate'), proposed?.predicate ?? '', id)}${input('object', say('review.object'), proposed?.object ?? '', id)}<p><button name="says" value="edit">${say('review.save')}</button></p></form></details></div>
</article>`;
}

const noteLinks = (view: View, { notes, slug }: ReviewState): Html | undefined =>
  notes.length < 2
    ? undefined
    : html`<nav aria-label="${view.say('review.notes')}"><ul>${notes.map(
        (note) =>
          html`<li><a href="/review?${new URLSearchParams({ note: note.slug }).toString()}"${note.slug === slug ? html` aria-current="page"` : undefined}>${note.title}</a> (${note.count})</li>`,
      )}</ul></nav>`;

export function reviewPage(view: View, state: ReviewState): Html {
  const { say } = view;
  const { open, decided, who, notes, slug } = state;
  const shown = open.slice(0, mostShown).map((candidate) => showCandidate(view, candidate, who));
  const title = notes.find((note) => note.slug === slug)?.title;
  const main = html`<h1>${say('review.title')}</h1>
<p class="lead">${say('review.lead')}</p>
${noteLinks(view, state)}
${title === undefined ? undefined : html`<h2>${title}</h2>`}
<p id="next">${say('review.count', { open: open.length, decided })}${who === '' ? undefined : html` ${say('review.as', { who })}`}</p>
${open.length === 0 ? undefined : html`<p class="quiet">${say('review.keys')}</p>`}
${shown}`;
  const head = html`<link rel="stylesheet" href="/ui/review.css"><script type="module" src="/ui/review.js"></script>\n`;
  return layout(`${say('review.title')} – migraph`, main, view, head);
}
