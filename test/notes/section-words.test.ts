/** Tests which labels only say what stands beneath them, and which name something. */
import { expect } from 'chai';
import { isSectionLabel } from '../../src/notes/section-words.js';

const are = (wanted: boolean, labels: readonly string[]): void => {
  for (const label of labels) it(label, () => expect(isSectionLabel(label)).to.equal(wanted));
};

describe('labels of sections', () => {
  are(true, [
    'Data availability and disaggregation',
    'Comparability – over time',
    'Terms of use',
    'Where do I find boats?',
    'Using the boats',
    'Prepared by the Dock Board',
    'Last seen in Lima',
    'Home › Boats',
    'Home » Boats',
  ]);
});

describe('labels that name something', () => {
  are(false, [
    'Boats by port',
    'Quay Register',
    'Database of boats',
    'Boats prepared by the Dock Board',
    'Prepared boats',
    'Howard Boats',
    '–',
    'Home›Boats',
  ]);
});
