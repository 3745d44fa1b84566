/** RDF/XML, spoilt. */
import { type FuzzTarget, probing } from '../fuzz-target.js';
import { createSpoiler } from '../spoil.js';
import { readAndWrite } from './rdf/read-and-write.js';

const rdf = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/"';
const whole = (content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF ${rdf} xml:base="http://e/x/">\n${content}\n</rdf:RDF>\n`;

const samples = [
  whole(
    '<rdf:Description rdf:about="a"><e:p rdf:resource="#b"/><e:v xml:lang="en-GB">x &amp; y &#233;</e:v></rdf:Description>',
  ),
  whole(
    '<e:C rdf:ID="c" e:v="w"><e:p rdf:parseType="Resource"><e:q>1</e:q></e:p><e:q rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">7</e:q></e:C>',
  ),
  whole('<rdf:Bag rdf:nodeID="n"><rdf:li>one</rdf:li><rdf:li rdf:resource="two"/><rdf:_5>five</rdf:_5></rdf:Bag>'),
  whole(
    '<e:C><e:l rdf:parseType="Collection"><e:D/><rdf:Description rdf:about="y"/></e:l><e:x rdf:parseType="Literal"><b xmlns="http://x/">t</b></e:x></e:C>',
  ),
  whole(
    '<rdf:Description rdf:about="r"><e:p rdf:ID="st"><e:D e:v="1"/></e:p><!-- note --><e:t><![CDATA[<c> & d]]></e:t></rdf:Description>',
  ),
  '<!DOCTYPE rdf:RDF [<!ENTITY e "http://e/"><!ENTITY x SYSTEM "file:///etc/hostname">]>\n' +
    whole('<rdf:Description rdf:about="&e;z"><e:v>&e;</e:v></rdf:Description>').slice(39),
  whole(
    '<rdf:Description rdf:about="d" xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0" rdf:version="1.2"><e:v xml:lang="ar" its:dir="rtl">x</e:v><e:p rdf:parseType="Triple"><rdf:Description rdf:about="s"><e:p>o</e:p></rdf:Description></e:p></rdf:Description>',
  ),
];

export const rdfxml: FuzzTarget = {
  name: 'rdfxml',
  share: 50,
  generate: createSpoiler({
    samples,
    tokens: /<!--|-->|<!\[CDATA\[|\]\]>|<\?|\?>|<\/?[\w:]+|\/?>|[\w:]+(?==)|=|"[^"]*"|&#?\w+;|\s+|[^<>"&\s]+|[\s\S]/g,
    more: [
      '<a',
      '</a',
      'rdf:bagID',
      'rdf:aboutEach',
      'xmlns:x',
      'xmlns',
      '"http://www.w3.org/1999/02/22-rdf-syntax-ns#"',
      '&#0;',
      '&#xD800;',
      '&#xFFFE;',
      '&x;',
      '"',
      "'",
      'standalone="no"',
    ],
    kinds: [/^<[\w:]/, /^<\//, /^[\w:]+$/, /^"/, /^&/, /^\/?>$/],
    brackets: [
      ['<e:p><e:D>', '</e:D></e:p>'],
      ['<rdf:Description><e:p rdf:parseType="Resource">', '</e:p></rdf:Description>'],
    ],
  }),
  open: probing((input) => readAndWrite(input, 'rdfxml', ['rdfxml', 'nquads'])),
};
