/** A page reads no more of an answer than it shows, and says how much there is. */
import { expect } from 'chai';
import { HttpFault } from '../../src/server/http-fault.js';
import { showAnswer } from '../../src/server/pages/show-answer.js';
import type { AnswerKind } from '../../src/store/graph-store.js';

async function* body(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

const show = async (kind: AnswerKind, ...texts: string[]): Promise<string> =>
  (await showAnswer({ kind, body: body(...texts) }, 'http://e/')).text;

const head = '{"head":{"vars":["x"]},"results":{"bindings":[';
const row = (n: number | string): string => `{"x":{"type":"literal","value":"row ${n}"}}`;
const rows = (count: number, write: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => `${n === 0 ? '' : ','}${n === 0 ? '' : '\n'}${write(n)}`).join('');

describe('an answer as part of a page', () => {
  it('has no rows, or some, however they come in pieces', async () => {
    expect(await show('bindings', `${head}\n]}}\n`)).to.include('0 rows');
    const text = `${head}\n${row(1)},\n${row('<é>')}\n]}}\n`;
    const bytes = [...Buffer.from(text)].map((byte) => Uint8Array.of(byte));
    const one = await showAnswer(
      {
        kind: 'bindings',
        body: (async function* () {
          yield* bytes;
        })(),
      },
      'http://e/',
    );
    expect(one.text).to.include('2 rows').and.include('row 1').and.include('row &lt;é&gt;');
  });
  it('counts all rows, and shows the first of them', async () => {
    const page = await show('bindings', `${head}\n${rows(5000, row)}\n]}}\n`);
    expect(page)
      .to.include('5,000 rows, of which the first 1,000 are shown')
      .and.include('row 999')
      .and.not.include('row 1000');
  });
  it('shows fewer rows where they are long', async () => {
    const page = await show('bindings', `${head}\n${rows(100, (n) => row(`${n}${'a'.repeat(100_000)}`))}\n]}}\n`);
    expect(page).to.include('100 rows, of which the first 10 are shown');
  });
  it('is refused where it is too long to be read', async () => {
    for (const [kind, length] of [
      ['bindings', 21_000_000],
      ['graph', 1_100_000],
    ] as const)
      expect(await show(kind, 'a'.repeat(length)).catch((error: unknown) => error)).to.be.instanceOf(HttpFault);
  });
  it('is yes or no', async () => {
    expect(await show('boolean', '{"head":{},"boolean":true}\n')).to.include('Yes');
  });
});
