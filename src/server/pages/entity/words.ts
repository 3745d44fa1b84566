/** What people say for a property, a rule or a kind of thing, where there are words for it. */
import { type Html, html } from '../../html.js';
import { isMessage } from '../../view/messages.js';
import type { View } from '../../view/view.js';
import { shortName } from '../term.js';

/** The first of the keys that there is a message for. */
export const sayFirst = ({ say }: View, ...keys: readonly string[]): string | undefined =>
  keys.filter(isMessage).map((key) => say(key))[0];

/** Of a kind of thing a property may be called otherwise: an agency holds a dataset and publishes a book. */
export function propertyWord(view: View, property: string, kind: string): Html {
  const name = shortName('', property);
  const word = sayFirst(view, `entity.property.${name}.${kind}`, `entity.property.${name}`);
  return word === undefined ? html`<code>${name}</code>` : html`${word}`;
}

/** How a thing in a list has to do with the one whose page it is. */
export function relationWord(view: View, relation: string): Html {
  const name = shortName('', relation);
  const word = sayFirst(view, `entity.relation.${name}`);
  return word === undefined ? html`<code>${name}</code>` : html`${word}`;
}

/** A rule is told in words; one that there are none for by its name, a curator by hers. */
export const ruleWord = (view: View, rule: string): string =>
  sayFirst(view, `entity.rule.${rule}`) ?? view.say('entity.rule', { rule });

export const kindWord = (view: View, kind: string): string => view.say(`entity.kind.${kind}`);

/** A sentence with things in it: the message has a place for each, and is split there. */
export function sayWith(view: View, key: string, parts: Readonly<Record<string, Html>>): Html {
  const marks = Object.keys(parts).map((name, n) => [name, `\u0000${n}\u0000`] as const);
  const pieces = view.say(key, Object.fromEntries(marks)).split('\u0000');
  const values = Object.values(parts);
  return html`${pieces.map((piece, n) => (n % 2 === 0 ? html`${piece}` : (values[Number(piece)] ?? html``)))}`;
}
