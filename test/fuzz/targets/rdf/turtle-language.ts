/** What Turtle and TriG are made of, to be spoilt. */
import { prologue, trig } from '../../../differential/data.js';
import type { Language } from '../../spoil.js';

const turtle = [
  '@prefix : <http://e/> . @base <http://e/x/> .\n:a :p <b>, <#c>, </d>, <?q=1> ; a :C .\n',
  'PREFIX : <http://e/>\nBASE <http://e/y/>\n:a :v 1, -2, +3.5, .5, 1e10, -1.E-3, true, false, "1"^^<http://www.w3.org/2001/XMLSchema#integer> .\n',
  '@prefix : <http://e/> .\n:a :q "a\\tb\\"c\\u00e9\\U0001F600", \'d\', """e "f"\ng""", \'\'\'h\'\'\'@en-GB, "i"@ar--rtl, ""@EN .\n',
  '@prefix : <http://e/> .\n:a :l (1 (2 [] ) "x"@en), () ; :n [ :p [ :q 1 ; :r 2 ] ; ] . [] :p _:b1 . _:b1 :p _:b1.x . [ :p 1 ] .\n',
  '@prefix : <http://e/> .\n:s :p :o {| :v 1 ; :w "x" |} . :s :p :o ~ :r {| :v 2 |} ~ _:r2 . << :s :p :o >> :v 3 . << :s :p :o ~ :r3 >> :v 4 .\n:t :p <<( :s :p <<( :s :p "é"@fr )>> )>> .\n',
  'VERSION "1.2"\nPREFIX é: <http://e/é#>\né:a\\~b é:%C3%A9 é:1.2, é:a:b, é: . # the end\n',
  '@prefix : <http://e/> . # one\n<http://e/\\u00e9> :p <http://例え.テスト/路> , <urn:x:y> ; ; :q :r .#two',
] as const;

const graphs = [
  `${prologue} ${trig}`,
  '@prefix : <http://e/> .\n:g { :a :p 1 . :b :q [] } GRAPH <g2> { } { :c :p :d } _:g { :e :p _:g } [] { :f :p "x" }\n',
] as const;

const kinds = [/^<[^<]*>$/, /^["']/, /^[+-]?[\d.]/, /^@/, /^[^\s"'<>]*:\S*$/, /^[{}()[\];,.|~]+$/, /^(?:<<\(?|\)?>>)$/];

const shared = {
  tokens:
    /<[^<>"{}|^`\\\s]*>|"""|'''|"(?:[^"\n\\]|\\.)*"|'(?:[^'\n\\]|\\.)*'|\^\^|<<\(?|\)?>>|\{\||\|\}|@[\w-]+|#[^\n]*|[^\s"'<>{}()[\],;@^#|~]+|\s+|[\s\S]/g,
  more: [
    '<>',
    '<//>',
    '<http:>',
    '<a b>',
    '<\\u0020>',
    '"\\ud800"',
    '"\\',
    "'",
    '@prefix',
    '@base',
    'a',
    '_:',
    ':',
    'rdf:x',
    '=',
    '=>',
  ],
  kinds,
  brackets: [
    ['[ :p ', ']'],
    ['(', ')'],
    ['<<( :s :p ', ' )>>'],
    ['<< ', ' >>'],
    ['{| :p ', '|}'],
    [':g {', '}'],
  ],
} satisfies Omit<Language, 'samples'>;

export const turtleLanguage: Language = { ...shared, samples: turtle };
export const trigLanguage: Language = { ...shared, samples: [...turtle, ...graphs, ...graphs] };
