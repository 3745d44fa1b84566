/** MINUS takes a solution away for one that shares a variable with it and disagrees on none, row by row. */
import { expect } from 'chai';
import { openTriG } from '../ask-rows.js';

const open = 'VALUES ?a { :c :b } OPTIONAL { ?c :none ?d }';

describe('MINUS', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'takes nothing for a row that shares no value',
      `{ ${open} MINUS { VALUES (?a ?c) { (UNDEF :a) } } }`,
      ['a=b', 'a=c'],
    ],
    ['goes row by row', `{ ${open} MINUS { VALUES (?a ?c) { (UNDEF :a) (:c "y") } } }`, ['a=b']],
    [
      'takes nothing for a row without any value',
      `{ ${open} MINUS { VALUES (?a ?c) { (UNDEF UNDEF) } } }`,
      ['a=b', 'a=c'],
    ],
    [
      'looks at values that both have alone',
      '{ VALUES (?a ?c) { (:a UNDEF) (:b :x) (UNDEF :x) } MINUS { VALUES (?a ?c) { (:a :y) (UNDEF :x) } } }',
      [],
    ],
    [
      'keeps what disagrees in one',
      '{ VALUES (?a ?c) { (:a :x) (:b :x) } MINUS { VALUES (?a ?c) { (:a :y) (:b UNDEF) (UNDEF :z) } } }',
      ['a=a c=x'],
    ],
    [
      'tells terms apart by more than their text',
      '{ VALUES (?a ?c) { (1 UNDEF) ("1" UNDEF) ("1"@en 2) } MINUS { VALUES (?a ?c) { ("1" UNDEF) (UNDEF 3) } } }',
      ['a="1"@en c="2"^^<xsd:integer>', 'a="1"^^<xsd:integer>'],
    ],
    ['keeps duplicates', '{ VALUES ?a { :a :a :b } MINUS { VALUES (?a ?c) { (:b UNDEF) } } }', ['a=a', 'a=a']],
  ];
  for (const [what, query, rows] of cases)
    it(what, async () => {
      const { rows: ask } = await openTriG('');
      expect(await ask(`SELECT * ${query}`)).to.deep.equal(rows);
    });
});
