/** What expressions must come to: a line a case, as `expression = value`, or an error. */
import { expect } from 'chai';
import { openTriG } from '../ask-rows.js';

const error = 'an error';
const [yes, no] = ['"true"^^<xsd:boolean>', '"false"^^<xsd:boolean>'];

/** Title → cases. */
const groups: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'texts are compared by code point': [
    ['"a" < "B"', no],
    ['"B" < "a"', yes],
    ['"\u00e9" = "e\u0301"', no],
    ['"\uFFFD" < "😀"', yes],
    ['"a"@en = "a"@EN', yes],
    ['"a"@en = "a"', no],
    ['"a"@en = "a"@de', no],
    ['"a"@en--ltr = "a"@en--rtl', no],
    ['"a"@en < "b"@en', error],
  ],
  'whole numbers and decimals are compared exactly': [
    ['"9007199254740993"^^xsd:integer = "9007199254740992"^^xsd:integer', no],
    ['9007199254740992 < 9007199254740993', yes],
    ['0.1 = "0.10"^^xsd:decimal', yes],
    ['"01"^^xsd:byte = 1.0', yes],
    ['1 = 1.0e0', yes],
    ['"1.1"^^xsd:float = 1.1', yes],
    ['"1.1"^^xsd:float = 1.1e0', no],
    ['"NaN"^^xsd:double = "NaN"^^xsd:double', no],
    ['"NaN"^^xsd:double <= 1', no],
    ['"300"^^xsd:byte = 300', error],
    ['"300"^^xsd:byte = "300"^^xsd:byte', yes],
  ],
  'times are compared by where they lie': [
    ['"2001"^^xsd:gYear <= "2001"^^xsd:gYear', yes],
    ['"2001"^^xsd:gYear <= "2002"^^xsd:gYear', yes],
    ['"2003"^^xsd:gYear > "2002"^^xsd:gYear', yes],
    ['"0999"^^xsd:gYear < "1000"^^xsd:gYear', yes],
    ['"-0044"^^xsd:gYear < "0044"^^xsd:gYear', yes],
    ['"2001-05"^^xsd:gYearMonth >= "2001-04"^^xsd:gYearMonth', yes],
    ['"--02"^^xsd:gMonth < "--11"^^xsd:gMonth', yes],
    ['"--02-29"^^xsd:gMonthDay < "--03-01"^^xsd:gMonthDay', yes],
    ['"---05"^^xsd:gDay > "---31"^^xsd:gDay', no],
    ['"2006-08-23"^^xsd:date <= "2006-08-23"^^xsd:date', yes],
    ['"2006-08-23"^^xsd:date = "2006-08-23Z"^^xsd:date', error],
    ['"2006-08-23"^^xsd:date < "2006-08-25Z"^^xsd:date', yes],
    ['"2006-08-23T09:00:00+01:00"^^xsd:dateTime = "2006-08-23T08:00:00Z"^^xsd:dateTime', yes],
    ['"2006-08-23T24:00:00Z"^^xsd:dateTime = "2006-08-24T00:00:00Z"^^xsd:dateTime', yes],
    ['"2006-02-30T00:00:00Z"^^xsd:dateTime = "2006-03-02T00:00:00Z"^^xsd:dateTime', error],
    ['"12:00:00Z"^^xsd:time < "12:00:00-01:00"^^xsd:time', yes],
    ['"2006-08-23"^^xsd:date = "2006"^^xsd:gYear', no],
    ['"2006-08-23"^^xsd:date < "2007"^^xsd:gYear', error],
    ['"P1Y"^^xsd:yearMonthDuration = "P12M"^^xsd:yearMonthDuration', yes],
    ['"PT60M"^^xsd:dayTimeDuration <= "PT1H"^^xsd:dayTimeDuration', yes],
    ['"P1M"^^xsd:duration = "P30D"^^xsd:duration', no],
    ['"P1M"^^xsd:duration < "P30D"^^xsd:duration', error],
    ['"P1M"^^xsd:duration < "P32D"^^xsd:duration', yes],
  ],
  'what cannot be known is an error, what can is not': [
    ['1 = "1"', no],
    ['true != 1', yes],
    ['"x"^^:unknown = "x"^^:unknown', yes],
    ['"x"^^:unknown = "y"^^:unknown', error],
    ['"x"^^:unknown = "x"@en', no],
    ['"abc"^^xsd:integer = "abc"', error],
    [':x = :x', yes],
    [':x < :y', error],
    ['1 IN (2, "x"^^:unknown, 1)', yes],
    ['"y"^^:unknown IN (2, "x"^^:unknown)', error],
    ['<<( :a :b 1 )>> = <<( :a :b 1.0 )>>', yes],
    ['<<( :a :b 1 )>> = <<( :a :c 1 )>>', no],
  ],
  'arithmetic is exact, or as IEEE has it': [
    ['0.1 + 0.2', '"0.3"^^<xsd:decimal>'],
    ['9007199254740993 + 1', '"9007199254740994"^^<xsd:integer>'],
    ['"200"^^xsd:byte - 1', error],
    ['"100"^^xsd:byte * 2', '"200"^^<xsd:integer>'],
    ['1 / 3', '"0.333333333333333333"^^<xsd:decimal>'],
    ['6 / 2', '"3"^^<xsd:decimal>'],
    ['1 / 0', error],
    ['1e0 / 0', '"INF"^^<xsd:double>'],
    ['1e0 + "INF"^^xsd:double', '"INF"^^<xsd:double>'],
    ['1e0 + "x"', error],
    ['0.2 + "1.1"^^xsd:float', '"1.3000001E0"^^<xsd:float>'],
    ['1 + 1.5e3', '"1.501E3"^^<xsd:double>'],
    ['-"9007199254740993"^^xsd:integer', '"-9007199254740993"^^<xsd:integer>'],
    ['+"007"^^xsd:integer', '"007"^^<xsd:integer>'],
    ['ROUND(2.5)', '"3"^^<xsd:decimal>'],
    ['ROUND(-2.5)', '"-2"^^<xsd:decimal>'],
    ['CEIL(-1.6)', '"-1"^^<xsd:decimal>'],
    ['FLOOR(-1.6)', '"-2"^^<xsd:decimal>'],
    ['ABS(-9007199254740993)', '"9007199254740993"^^<xsd:integer>'],
  ],
  casts: [
    ['xsd:integer("9007199254740993")', '"9007199254740993"^^<xsd:integer>'],
    ['xsd:integer(" 7 ")', '"7"^^<xsd:integer>'],
    ['xsd:integer(-2.9)', '"-2"^^<xsd:integer>'],
    ['xsd:integer("2.9")', error],
    ['xsd:integer("NaN"^^xsd:double)', error],
    ['xsd:double("")', error],
    ['xsd:decimal(0.5e0)', '"0.5"^^<xsd:decimal>'],
    ['xsd:decimal(true)', '"1"^^<xsd:decimal>'],
    ['xsd:string("9007199254740993"^^xsd:integer)', '"9007199254740993"'],
    ['xsd:double(:x)', error],
  ],
  'functions of literals': [
    ['LANG("abc"^^xsd:integer)', '""'],
    ['DATATYPE("abc"^^xsd:integer)', '<http://www.w3.org/2001/XMLSchema#integer>'],
    ['isNumeric("abc"^^xsd:integer)', no],
    ['isNumeric("300"^^xsd:byte)', no],
    ['isNumeric(:x)', no],
    ['STR("2006-08-23T08:00:00.500Z"^^xsd:dateTime)', '"2006-08-23T08:00:00.500Z"'],
    ['STRLANG("a", "no language")', error],
    ['STRLANG("a", "de")', '"a"@de'],
  ],
  'functions of texts': [
    ['ENCODE_FOR_URI("http://e/a?b=c&d#e f")', '"http%3A%2F%2Fe%2Fa%3Fb%3Dc%26d%23e%20f"'],
    ['ENCODE_FOR_URI("-_.~!\'()*é"@en)', '"-_.~%21%27%28%29%2A%C3%A9"'],
    ['ENCODE_FOR_URI(1)', error],
    ['CONCAT("a"@en--ltr, "b"@en)', '"ab"'],
    ['CONCAT("a"@en, "b"@EN)', '"ab"@en'],
    ['CONCAT("a"@en--ltr, "b"@en--ltr)', '"ab"@en--ltr'],
    ['CONCAT()', '""'],
    ['CONCAT("a", 1)', error],
    ['SUBSTR("abc", 0, 2)', '"a"'],
    ['SUBSTR("a b", -1)', '"a b"'],
    ['SUBSTR("abcde", 1.5, 2.6)', '"bcd"'],
    ['SUBSTR("😀b"@en, 2)', '"b"@en'],
    ['STRBEFORE("abc"@en, "a")', '""@en'],
    ['STRBEFORE("abc"@en, "z")', '""'],
    ['STRAFTER("abc"@en, "c"@en)', '""@en'],
    ['STRAFTER("abc"@en, "c"@de)', error],
  ],
};

describe('expressions', () => {
  for (const [title, cases] of Object.entries(groups))
    it(title, async () => {
      const { list } = await openTriG('');
      const selected = cases.map(([expression], number) => `(${expression} AS ?v${number})`).join(' ');
      const [row = ''] = await list(`SELECT ${selected} {}`);
      const found = new Map(Array.from(row.matchAll(/(v\d+)=(.*?)(?= v\d+=|$)/gs), ([, name, value]) => [name, value]));
      const lines = cases.map(([expression], number) => `${expression} → ${found.get(`v${number}`) ?? error}`);
      expect(lines).to.deep.equal(cases.map(([expression, value]) => `${expression} → ${value}`));
    });

  it('add up exactly, also in groups', async () => {
    const { rows } = await openTriG(':a :p 0.1 , 0.2 , 9007199254740993 .');
    expect(await rows('SELECT (SUM(?v) AS ?sum) (AVG(?v) AS ?avg) { ?s :p ?v }')).to.deep.equal([
      'avg="3002399751580331.1"^^<xsd:decimal> sum="9007199254740993.3"^^<xsd:decimal>',
    ]);
  });
});
