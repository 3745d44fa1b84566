/** Views as a reader sees them: totals, values with their counts, and where these lead; read off the pages. */
import { expect } from 'chai';

export interface ShownValue {
  readonly name: string;
  readonly count: number;
  readonly address: string;
  readonly isChosen: boolean;
}

export interface ShownView {
  readonly total: number;
  readonly titles: readonly string[];
  readonly values: readonly ShownValue[];
  readonly leftOut: readonly { readonly text: string; readonly address: string }[];
  readonly chips: readonly { readonly text: string; readonly address: string }[];
  readonly text: string;
}

const plain = (text: string): string =>
  text
    .replace(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .trim();

const linksIn = (text: string) =>
  [...text.matchAll(/<li[^>]*><a href="([^"]*)"[^>]*>(.*?)<\/a><\/li>/g)].map(([, address = '', inner = '']) => ({
    address: plain(address),
    text: plain(inner),
  }));

const between = (text: string, start: string, end: string): string => {
  const from = text.indexOf(start);
  return from < 0 ? '' : text.slice(from, text.indexOf(end, from));
};

export function readView(text: string): ShownView {
  const said = plain(/<p class="total"[^>]*>(.*?)<\/p>/.exec(text)?.[1] ?? '');
  const facets = between(text, '<aside', '</aside>');
  return {
    text,
    total:
      said.startsWith('None') || said.startsWith('This graph')
        ? 0
        : Number(/^[\d,]+/.exec(said)?.[0].replaceAll(',', '')),
    titles: [...text.matchAll(/<h2><a[^>]*>(.*?)<\/a><\/h2>/g)].map(([, title = '']) => plain(title)),
    values: [
      ...facets.matchAll(/<a href="([^"]*)" rel="nofollow"([^>]*)><span>(.*?)<\/span> <small>([\d,]+)<\/small>/g),
    ].map(([, address = '', more = '', name = '', count = '']) => ({
      name: plain(name),
      address: plain(address),
      count: Number(count.replaceAll(',', '')),
      isChosen: more.includes('aria-current'),
    })),
    leftOut: linksIn(between(text, '<ul class="left-out"', '</ul>')),
    chips: linksIn(between(text, '<ul class="chips"', '</ul>')),
  };
}

export async function getView(origin: string, path: string): Promise<ShownView> {
  const response = await fetch(origin + path, { headers: { accept: 'text/html' } });
  const text = await response.text();
  expect(response.status, `${path}: ${text.slice(0, 200)}`).to.equal(200);
  return readView(text);
}
