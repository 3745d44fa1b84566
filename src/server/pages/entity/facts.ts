/** What is said of a thing, each property in the words of people, its values, and beside them the sentences they rest on. */
import type { Entity, Fact } from '../../entity/read-entity.js';
import type { Claim } from '../../entity/read-evidence.js';
import type { Value } from '../../entity/read-values.js';
import { type Html, html } from '../../html.js';
import type { View } from '../../view/view.js';
import { groundsOf, type Shown, showEvidence } from './evidence.js';
import { showValue } from './things.js';
import { propertyWord } from './words.js';

/** Values of one property that are shown. */
const mostValues = 300;

interface Group {
  readonly values: Value[];
  /** With what each states. */
  readonly claims: (readonly [Claim, Value])[];
}

const keyOf = ({ termType, value }: Value['term']): string => `${termType} ${value}`;

/** Values that rest on the same sentences for the same reasons stand together. */
function groupValues({ values }: Fact, claims: readonly Claim[]): Group[] {
  const byValue = new Map<string, Claim[]>();
  for (const claim of claims) byValue.set(keyOf(claim.value), [...(byValue.get(keyOf(claim.value)) ?? []), claim]);
  const groups = new Map<string, Group>();
  for (const value of values.slice(0, mostValues)) {
    const own = byValue.get(keyOf(value.term)) ?? [];
    const key = own.map(groundsOf).sort().join('\n');
    const group = groups.get(key) ?? { values: [], claims: [] };
    groups.set(key, group);
    group.values.push(value);
    group.claims.push(...own.map((claim) => [claim, value] as const));
  }
  return [...groups.values()];
}

function showGroup(view: View, base: string, { values, claims }: Group, shown: Shown): Html {
  const grounds = new Map<string, (readonly [Claim, Html])[]>();
  for (const [claim, value] of claims) {
    const key = groundsOf(claim);
    grounds.set(key, [...(grounds.get(key) ?? []), [claim, showValue(view, base, value)]]);
  }
  const items = values.map((value) => html`<li>${showValue(view, base, value)}</li>`);
  const evidence = [...grounds.values()].map((own) => showEvidence(view, base, { claims: own, shown }) ?? html``);
  return html`<div class="said"><ul class="values">${items}</ul>${evidence.length === 0 ? undefined : html`<div class="evidence">${evidence}</div>`}</div>
`;
}

function showFact(
  view: View,
  base: string,
  { fact, entity, shown }: { fact: Fact; entity: Entity; shown: Shown },
): Html {
  const { kind, claims } = entity;
  const standing = claims.filter(({ property, fallenBy }) => property === fact.property && fallenBy === undefined);
  const rest = fact.values.length - mostValues;
  return html`<div class="fact"><dt>${propertyWord(view, fact.property, kind)}</dt><dd>
${groupValues(fact, standing).map((group) => showGroup(view, base, group, shown))}${rest > 0 ? html`<p>${view.say('answer.more', { count: rest })}</p>` : undefined}</dd></div>
`;
}

export function showFacts(view: View, base: string, entity: Entity, shown: Shown): Html | undefined {
  if (entity.facts.length === 0) return undefined;
  return html`<section aria-labelledby="facts"><h2 id="facts">${view.say('entity.facts')}</h2>
<dl class="facts">
${entity.facts.map((fact) => showFact(view, base, { fact, entity, shown }))}</dl>
${entity.isCut ? html`<p>${view.say('entity.cut')}</p>` : undefined}</section>`;
}
