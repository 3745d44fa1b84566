/** Tests who in a sentence is left out when it is asked whose a thing is. */
import { expect } from 'chai';
import { findActors } from '../../src/extract/bystanders.js';
import type { Mention } from '../../src/extract/mention.js';

/** "[Dock Board]": every name in brackets, as a mention. */
function actors(marked: string): { present: string[]; ever: string[] } {
  const all: Mention<'organisation'>[] = [];
  let text = '';
  for (const part of marked.split(/(?=\[)|(?<=\])/)) {
    const name = /^\[(.*)\]$/.exec(part)?.[1];
    const words = name ?? part;
    if (name !== undefined)
      all.push({
        kind: 'organisation',
        start: text.length,
        end: text.length + words.length,
        value: { label: words, type: 'Agency' } as Mention<'organisation'>['value'],
        foundBy: 'head',
      } as Mention<'organisation'>);
    text += words;
  }
  const { present, ever } = findActors(text, all);
  return { present: present.map(({ value }) => value.label), ever: ever.map(({ value }) => value.label) };
}

describe('bystanders', () => {
  it('what a body was before owns nothing today', () => {
    for (const words of [
      '[Dock Board], successor to the [Tide Office], keeps boats.',
      'The [Dock Board] replaced the [Tide Office] in 2019.',
      'The [Dock Board], formerly the [Tide Office], keeps boats.',
      'The [Dock Board], which was called [Tide Office] until 2012, keeps boats.',
      'It was built by the [Tide Office], long abolished, and is kept by the [Dock Board].',
    ])
      expect(actors(words)).to.deep.equal({
        present: ['Dock Board'],
        ever: words.startsWith('It') ? ['Tide Office', 'Dock Board'] : ['Dock Board', 'Tide Office'],
      });
  });
  it('nor who gave something, or was a guest', () => {
    for (const words of [
      'The [Dock Board] wrote it with a grant from the [Tide Office].',
      'From lists shared by the [Tide Office], the [Dock Board] keeps boats.',
      'It was convened by the [Dock Board], with the [Tide Office] as a guest.',
    ])
      expect(actors(words)).to.deep.equal({ present: ['Dock Board'], ever: ['Dock Board'] });
  });
  it('all others stay', () => {
    for (const words of [
      'The [Dock Board] keeps it with the [Tide Office].',
      'Records of the [Dock Board] and the [Tide Office] are here.',
      'The [Dock Board] acts as its host; the [Tide Office] keeps it.',
    ])
      expect(actors(words).present).to.deep.equal(['Dock Board', 'Tide Office']);
  });
});
