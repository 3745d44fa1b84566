/** Tests which lines are headings by how they look, and which look like one and are none. */
import { expect } from 'chai';
import { looksLikeHeading, readStyledHeading } from '../../src/notes/headings.js';
import type { Line } from '../../src/notes/lines.js';

const looks = (wanted: boolean, lines: readonly string[]): void => {
  for (const line of lines) it(line, () => expect(looksLikeHeading(line)).to.equal(wanted));
};

describe('lines that look like a heading', () => {
  looks(true, [
    'Boats of the World',
    '3 Boats',
    'Counting crews in 2004',
    'Élan of ports',
    'Boats (QR)',
    `Boats ${'x'.repeat(104)}`,
  ]);
});

describe('lines that do not look like a heading', () => {
  looks(false, [
    `Boats ${'x'.repeat(105)}`,
    'boats of the world',
    'Boats of the world.',
    'Boats of the world:',
    'Boats of the “world”',
    'Boats *of* the world',
    'Boats of the world (2004)',
    'Boats of the world (forthcoming)',
    'Boats https://boats.example',
    'Boats boats@quay.example',
    'Boats | ports',
    '12 / 4-3',
    '12 May 2004',
    '1.  May  2004',
    'E/CN.4/2004/12',
    'Boats of the',
    'Boats that have',
    'Boats and crews With',
    'A B C',
    'Boats are counted here',
    'Boats have been counted here',
    'One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen',
  ]);
});

const line = (text: string): Line => ({ text, raw: text, indent: 0, start: 0 });
const styled = (text: string, before = '', after = ''): string | undefined => {
  const heading = readStyledHeading(line(text), line(before), line(after));
  return heading && `${heading.style} ${heading.level} ${text.slice(heading.from, heading.to)}`;
};

describe('headings of a style', () => {
  const are = (wanted: string | undefined, text: string, before = '', after = ''): void => {
    it(`${before} / ${text} / ${after}`, () => expect(styled(text, before, after)).to.equal(wanted));
  };
  are('markdown 2 Boats', '## Boats ##');
  are('markdown 6 Boats', '###### Boats');
  are(undefined, '####### boats');
  are(undefined, '#boats');
  are('underlined 1 Boats', 'Boats', '', '===');
  are('underlined 2 Boats', 'Boats', '', '-----');
  are(undefined, 'Boats', '', '--');
  are(undefined, 'Boats', 'and crews', '---');
  are(undefined, 'Boats | ports', '', '---');
  are(undefined, '12', '', '---');
  are('bold 0 Boats', '**Boats**', 'and', 'crews');
  are('bold 0 Boats', '**Boats**:');
  are('bold 0 Boats', '__Boats__');
  are(undefined, '**Boats** and crews');
  are('numbered 1 Boats', '3. Boats');
  are('numbered 2 Boats', '3.1 Boats');
  are('numbered 3 Boats', '3.1.a  Boats');
  are('numbered 1 Boats', 'IV. Boats');
  are('numbered 1 Boats', 'C. Boats');
  are(undefined, '3. Boats are counted here');
  are(undefined, '3. Boats.');
  are(undefined, '3. Boats and', '', 'crews');
  are(undefined, '3. Boats', 'crews', 'ports');
  are('numbered 2 Boats', '0.c. Boats', '', 'Those that float');
  are('numbered 1 BOATS OF QUAYS', '3. BOATS OF QUAYS', 'Crews', 'Ports');
  are('capitals 0 BOATS OF QUAYS', 'BOATS OF QUAYS', 'Crews', 'Ports');
  are(undefined, 'BOATS');
  are(undefined, 'BOATS OF QUAYS,');
  are(undefined, 'BOATS 3/4');
  are(undefined, 'A B C');
  are(undefined, '12 MAY 2004');
  are(undefined, `## ${'x'.repeat(300)}`);
});
