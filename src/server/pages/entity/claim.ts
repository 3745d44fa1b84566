/** The page of a claim: the sentence, what it was read to say, by which rule, whose it is, and what curators decided. */

import type { NamedNode } from '../../../rdf.js';
import type { Asking } from '../../asking.js';
import { readClaim, readDisputed, type Sentence, type ShownClaim } from '../../entity/read-claim.js';
import { readValues, type Value } from '../../entity/read-values.js';
import { type Html, html } from '../../html.js';
import { pathTo } from '../../local-path.js';
import type { Services } from '../../services.js';
import { isMessage } from '../../view/messages.js';
import type { View } from '../../view/view.js';
import { showReport } from './report.js';
import { showValue } from './things.js';
import { propertyWord, ruleWord, sayWith } from './words.js';

/** The words around, from the first whole one to the last. */
const cutBefore = (text: string): string => (text === '' ? '' : `…${text.replace(/^\S*/, '')}`);
const cutAfter = (text: string): string => (text === '' ? '' : `${text.replace(/\S*$/, '')}…`);

const showSentence = (view: View, base: string, { iri, before, quote, after }: Sentence): Html =>
  html`<blockquote cite="${iri}" lang="en"><span class="around">${cutBefore(before)}</span><mark>${quote}</mark><span class="around">${cutAfter(after)}</span></blockquote>
<p class="source"><a href="${pathTo(base, iri)}">${view.say('answer.inNote')}</a></p>
`;

const row = (name: string, value: Html | undefined): Html | undefined =>
  value &&
  html`<dt>${name}</dt><dd>${value}</dd>
`;

/** How the owner was found, and what that means. */
function showAttribution(view: View, attribution: string | undefined): Html | undefined {
  const key = `entity.attribution.${attribution}`;
  return isMessage(key) ? html`${view.say(key)}` : undefined;
}

function showCuration(view: View, { claim }: ShownClaim): Html {
  if (claim?.fallenBy !== undefined) {
    const { who, when, why } = claim.fallenBy;
    return html`<b>${sayWith(view, 'entity.fallenBy', { who: html`${who ?? ''}`, when: html`${when ?? ''}` })}</b> <q>${why ?? ''}</q>`;
  }
  if (claim?.madeBy === undefined) return html`${view.say('entity.claim.asRead')}`;
  const { who, when, why } = claim.madeBy;
  return html`${sayWith(view, 'entity.madeBy', { who: html`${who ?? ''}`, when: html`${when ?? ''}` })} <q>${why ?? ''}</q>`;
}

function showReading(view: View, base: string, shown: ShownClaim, toValue: (term: Value['term']) => Value): Html {
  const { claim, subject, predicate, object } = shown;
  const rule = claim?.rule;
  return html`<dl class="reading">
${row(view.say('entity.claim.subject'), showValue(view, base, toValue(subject)))}${row(
  view.say('entity.claim.property'),
  html`${propertyWord(view, predicate.value, shown.isOfDataset ? 'Dataset' : '')}`,
)}${row(view.say('entity.claim.value'), showValue(view, base, toValue(object)))}${row(
  view.say('entity.claim.owner'),
  showAttribution(view, claim?.attribution),
)}${row(
  view.say('entity.claim.rule'),
  rule === undefined || claim?.madeBy !== undefined
    ? undefined
    : html`${ruleWord(view, rule)} <small><code>${rule}</code></small>`,
)}${row(view.say('entity.claim.curation'), showCuration(view, shown))}</dl>`;
}

/** The middle of the page, and what it is called; undefined for what is no claim. */
export async function showClaim(
  services: Services,
  thing: NamedNode,
  { view, asking }: { readonly view: View; readonly asking: Asking },
): Promise<{ readonly title: string; readonly main: Html; readonly report: Html } | undefined> {
  const shown = await readClaim(services, thing, asking);
  if (shown === undefined) return undefined;
  const { base } = services.config;
  const { subject, predicate, object, sentences } = shown;
  const terms = [subject, predicate, object];
  const [toValue, disputed] = await Promise.all([
    readValues(services, { thing, terms, language: view.language }, asking),
    readDisputed(services, shown, asking),
  ]);
  const name = toValue(subject).name?.text ?? subject.value;
  const title = view.say('entity.claim.title', { subject: name });
  const reported = { iri: thing.value, title: name, quote: sentences[0]?.quote, disputed };
  return {
    title,
    main: html`<section aria-labelledby="sentence"><h2 id="sentence">${view.say('entity.claim.sentence', { count: sentences.length })}</h2>
${sentences.map((sentence) => showSentence(view, base, sentence))}</section>
<section aria-labelledby="reading"><h2 id="reading">${view.say('entity.claim.reading')}</h2>
${showReading(view, base, shown, toValue)}</section>`,
    report: await showReport(services, reported, { view, asking }),
  };
}
