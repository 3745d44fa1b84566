/** The message files: the same keys and values in every language, and each can be said. */
import { expect } from 'chai';
import { IntlMessageFormat } from 'intl-messageformat';
import { messageLanguages, readMessages, sayIn } from '../../../src/server/view/messages.js';

/** The names of the values that stand in a message. */
function valuesOf(message: string): string[] {
  const names = new Set<string>();
  const walk = (nodes: readonly object[]): void => {
    for (const node of nodes) {
      // Of the kinds of node of ICU's grammar, a text alone is no value.
      if ('value' in node && 'type' in node && node.type !== 0) names.add(String(node.value));
      if ('options' in node)
        for (const { value } of Object.values(node.options as Record<string, { value: object[] }>)) walk(value);
    }
  };
  walk(new IntlMessageFormat(message, 'en').getAst());
  return [...names].sort();
}

describe('messages', () => {
  const english = readMessages('en');
  for (const language of messageLanguages)
    describe(language, () => {
      const messages = readMessages(language);
      it('has every key, and no other', () => {
        expect(Object.keys(messages).sort()).to.deep.equal(Object.keys(english).sort());
      });
      it('has the same values in each', () => {
        for (const [key, message] of Object.entries(messages))
          expect(valuesOf(message), key).to.deep.equal(valuesOf(english[key] ?? ''));
      });
      it('can say each of them, for one and for many', () => {
        for (const [key, message] of Object.entries(messages))
          for (const count of [0, 1, 2, 5]) {
            const values = Object.fromEntries(valuesOf(message).map((name) => [name, count]));
            expect(sayIn(language)(key, values), key).to.be.a('string').and.not.match(/[{}]/);
          }
      });
    });
  it('that are none are a defect', () => {
    expect(() => sayIn('en')('no.such.key')).to.throw('no.such.key');
  });
});
