/** Tests where the head of a paragraph ends that opens with one, and where there is none. */
import { expect } from 'chai';
import { namesOnly } from '../../../src/extract/recognisers/names-only.js';
import { cutHead } from '../../../src/extract/rules/entry-heads.js';

/** "head | body, by what", in short. */
function show(text: string): string | undefined {
  const head = cutHead(text);
  return head && `${text.slice(head.start, head.end)} | ${text.slice(head.body)} | ${head.delimiter}`;
}
const cuts = (text: string, wanted: string | undefined): void => {
  it(text, () => expect(show(text)).to.equal(wanted));
};

describe('the head of an entry', () => {
  cuts('Quay Register: boats by port', 'Quay Register | boats by port | colon');
  cuts('“Quay Register:” boats by port', 'Quay Register | boats by port | colon');
  cuts('*Quay Register*: boats by port', 'Quay Register | boats by port | colon');
  cuts('Quay Register – boats by port', 'Quay Register | boats by port | dash');
  cuts('Quay Register -- boats by port', 'Quay Register | boats by port | dash');
  cuts('Quay Register. Boats by port', 'Quay Register | Boats by port | stop');
  cuts('Quay Register.* Boats by port', 'Quay Register | Boats by port | stop');
  cuts('Quay Register.', 'Quay Register |  | stop');
  cuts('4Port: boats', '4Port | boats | colon');
  cuts('Quay Register (Dock Board: Lima): boats', 'Quay Register (Dock Board: Lima) | boats | colon');
  cuts('Quay “One. Two” Register: boats', 'Quay “One. Two” Register | boats | colon');
  cuts('Quay) Register: boats', 'Quay) Register | boats | colon');
  cuts('**Quay Register** (QR): boats', 'Quay Register | boats | bold');
  cuts('**Quay Register:** boats', 'Quay Register | boats | bold');
  cuts('**Quay Register.** Boats', 'Quay Register | Boats | bold');
  cuts('**Quay Register** – boats', 'Quay Register | boats | bold');
});

describe('no head of an entry', () => {
  cuts('quay register: boats by port', undefined);
  cuts('Quay Register; boats: many', undefined);
  cuts('Quay Register:', undefined);
  cuts('Quay Register has boats', undefined);
  cuts('Quay Register 12:30 o’clock', undefined);
  cuts('Quay No. 3 and St. Peter', undefined);
  cuts('Quay U. S. boats', undefined);
  cuts(`Quay ${'and quay '.repeat(24)}: boats`, undefined);
});

describe('a stretch that names organisations and their seats alone', () => {
  const text = 'The Dock Board and ILO (Geneva), Lima';
  const mention = (words: string, kind: string) => ({
    kind,
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
  });
  const mentions = [
    mention('Dock Board', 'organisation'),
    mention('ILO', 'organisation'),
    mention('Geneva', 'place'),
    mention('Lima', 'place'),
  ];
  const only = (from: number, to: number, given: readonly object[] = mentions): boolean =>
    namesOnly(text, from, to, given as never);

  it('is told by what is left beside them', () => {
    expect(only(3, text.length)).to.equal(true);
    expect(only(4, text.indexOf(' and'))).to.equal(true);
    expect(only(0, text.length)).to.equal(false);
    expect(only(3, text.length, mentions.slice(0, 3))).to.equal(false);
  });
  it('holds an organisation', () => {
    expect(only(text.indexOf('(Geneva'), text.length)).to.equal(false);
    expect(only(text.indexOf('Lima'), text.length)).to.equal(false);
  });
});
