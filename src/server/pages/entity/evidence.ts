/** The sentences that statements rest on, where they stand in the note, by which rule they were read, and the ways on. */
import type { Claim } from '../../entity/read-evidence.js';
import { type Html, html } from '../../html.js';
import { pathTo } from '../../local-path.js';
import { isMessage } from '../../view/messages.js';
import type { View } from '../../view/view.js';
import { ruleWord, sayWith } from './words.js';

/** Sentences of one statement that are shown; more are folded away. */
const mostOpen = 2;

/** What a page has shown already is folded away when it comes again. */
export type Shown = Set<string>;

/** Claims with the same have the same sentences for the same reason. */
export const groundsOf = ({ passages, rule, attribution, madeBy }: Claim): string =>
  JSON.stringify([passages.map(({ iri }) => iri), rule, attribution, madeBy?.iri]);

/** A sentence that is on the page already is cut to a line by the style sheet. */
function showPassage(
  view: View,
  base: string,
  { passage, isNew, ways }: { passage: Claim['passages'][number]; isNew: boolean; ways: Html | undefined },
): Html {
  const { iri, quote } = passage;
  return html`<blockquote cite="${iri}" lang="en"${isNew ? undefined : html` class="again"`}>${quote}</blockquote>
<p class="source"><a href="${pathTo(base, iri)}">${view.say('answer.inNote')}</a>${ways}</p>
`;
}

/** How the owner was found, where it was read; who decided, where a curator did. */
export function showGrounds(view: View, { rule, attribution, madeBy }: Claim): Html {
  if (madeBy !== undefined)
    return sayWith(view, 'entity.madeBy', { who: html`${madeBy.who ?? rule ?? ''}`, when: html`${madeBy.when ?? ''}` });
  const key = `answer.owner.${attribution}`;
  const how = isMessage(key) ? view.say(key) : undefined;
  return html`${[how, rule === undefined ? undefined : ruleWord(view, rule)].filter((part) => part !== undefined).join(' · ')}`;
}

const claimPath = (base: string, { iri }: Claim): string => pathTo(base, iri);

/** Where a single statement is looked at, and reported. */
const waysOf = ({ say }: View, base: string, claim: Claim): Html =>
  html` · <a href="${claimPath(base, claim)}">${say('note.claim')}</a> · <a href="${claimPath(base, claim)}#report">${say('entity.report')}</a>`;

/** Of many each by its value, folded away. */
function showStatements(view: View, base: string, claims: readonly (readonly [Claim, Html])[]): Html {
  const links = claims.map(
    ([one, name]) =>
      html`<li><span>${name}</span> <a href="${claimPath(base, one)}">${view.say('note.claim')}</a></li>`,
  );
  return html`<details class="claims"><summary>${view.say('entity.statements', { count: claims.length })}</summary><ul>${links}</ul></details>`;
}

/** For claims on the same grounds, each with what it states. */
export function showEvidence(
  view: View,
  base: string,
  { claims, shown }: { readonly claims: readonly (readonly [Claim, Html])[]; readonly shown: Shown },
): Html | undefined {
  const claim = claims[0]?.[0];
  if (claim === undefined) return undefined;
  const { passages } = claim;
  const fresh = new Set(passages.map(({ iri }) => iri).filter((iri) => !shown.has(iri)));
  for (const iri of fresh) shown.add(iri);
  const isOne = claims.length === 1;
  const quotes = passages.map((passage, n) => {
    const ways = isOne && n === passages.length - 1 ? waysOf(view, base, claim) : undefined;
    return showPassage(view, base, { passage, isNew: fresh.size === 0 || fresh.has(passage.iri), ways });
  });
  const [open, more] = [quotes.slice(0, mostOpen), quotes.slice(mostOpen)];
  const folded =
    more.length > 0 &&
    html`<details class="claims"><summary>${view.say('entity.moreSentences', { count: more.length })}</summary>${more}</details>`;
  const grounds = showGrounds(view, claim);
  return html`<details class="why"${fresh.size > 0 ? html` open` : undefined}><summary>${view.say('entity.sentences', { count: passages.length })} · ${grounds}</summary>
${open}${folded || undefined}${isOne && quotes.length > 0 ? undefined : showStatements(view, base, claims)}</details>`;
}
