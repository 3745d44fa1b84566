/** Tests web and mail addresses and document symbols, and what only looks like one. */
import { recogniseAddresses } from '../../../src/extract/recognisers/addresses.js';
import { of, sentences } from '../recognises.js';

const addresses = of(recogniseAddresses, ({ kind, value }) => `${kind} ${value}`);

describe('addresses', () => {
  sentences(addresses, [
    'See [https://quay.example/data|link https://quay.example/data].',
    'See ([www.quay.example|link http://www.quay.example]), please.'.replace('quay.example])', 'quay.example/])'),
    'Write to [data@quay.example|email data@quay.example], or call.',
    'Write to <[first.last+x@mail.quay.example|email first.last+x@mail.quay.example]>.',
    'See ([ST/HBR/2006/67|symbol ST/HBR/2006/67]).',
    'See [E/CN.4/2006/67/Add.3|symbol E/CN.4/2006/67/Add.3], [A/RES/58/208|symbol A/RES/58/208].',
    'See [UN/POP/MIG-5CM/2006/13|symbol UN/POP/MIG-5CM/2006/13]',
  ]);
});

describe('addresses: what is none', () => {
  sentences(addresses, [
    'NGO/IGO/UN bodies and and/or others.',
    'The ratio 3/4/5 and 1/2.',
    'at@ home, @name and name@.',
    'http:// alone; the www is large.',
    'e/cn.4/2006 in small letters',
  ]);
});
