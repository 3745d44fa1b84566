/** Reading the headers of questions, and what is said of one that is not well formed. */
import { expect } from 'chai';
import { parseQuestion } from '../../src/questions/read.js';

const header = [
  '# title: Boats of a year',
  '# question: Which boats were built in a given year?',
  '# parameter: year year 1985 — the year',
  '# parameter: yard text Old Yard of Delft — its name, or a part of it — in any case',
  '# keywords: boat, year of building',
];
const body =
  'SELECT ?boat { VALUES ?year { 1985 } VALUES ?yard { "Old Yard of Delft" } ?boat ?year ?yard }\n# a comment';
const parse = (lines: readonly string[], query = body) =>
  parseQuestion('boats', [...lines, query].join('\n'), 'q/boats.rq');
const replace = (index: number, ...lines: string[]) => [
  ...header.slice(0, index),
  ...lines,
  ...header.slice(index + 1),
];

describe('the header of a question', () => {
  it('is read to the first line that is no comment', () => {
    const { query, ...read } = parse(header);
    expect(query).to.equal([...header, body].join('\n'));
    expect(read).to.deep.equal({
      name: 'boats',
      title: 'Boats of a year',
      question: 'Which boats were built in a given year?',
      parameters: [
        { name: 'year', type: 'year', default: '1985', description: 'the year' },
        {
          name: 'yard',
          type: 'text',
          default: 'Old Yard of Delft',
          description: 'its name, or a part of it — in any case',
        },
      ],
      keywords: ['boat', 'year of building'],
    });
  });

  const faults: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['no title', replace(0), /^q\/boats\.rq:1: the header has no "# title: …"$/],
    [
      'two questions',
      replace(1, '# question: Why?', '# question: How?'),
      /^q\/boats\.rq:3: the header has a second "question"$/,
    ],
    ['an unknown field', replace(4, '# keyword: boat'), /^q\/boats\.rq:5: the header holds lines such as/],
    ['an empty field', replace(1, '# question: '), /^q\/boats\.rq:2: the header holds lines such as/],
    [
      'an unknown type',
      replace(2, '# parameter: year date 1985 — the year'),
      /^q\/boats\.rq:3: a parameter is written/,
    ],
    ['no default', replace(2, '# parameter: year year — the year'), /^q\/boats\.rq:3: a parameter is written/],
    [
      'a name that no engine holds',
      replace(2, '# parameter: __proto__ year 1985 — the year'),
      /:3: a parameter is written/,
    ],
    [
      'a parameter that is called as something else is',
      replace(2, '# parameter: format year 1985 — it'),
      /:3: "format" means something else/,
    ],
    [
      'a parameter that the query lacks',
      replace(2, '# parameter: month year 1985 — it'),
      /:3: the query has no VALUES \?month/,
    ],
  ];
  it('may not limit its rows, but those of a part of it', () => {
    expect(() => parse(header, `${body}\nORDER BY ?boat\nLIMIT 5`)).to.throw('without LIMIT');
    const inner = 'SELECT ?boat { { SELECT * { VALUES ?year { 1985 } VALUES ?yard { "Y" } } LIMIT 5 } }';
    expect(parse(header, inner).query).to.include('LIMIT 5');
  });

  for (const [fault, lines, message] of faults)
    it(`may not have ${fault}`, () => expect(() => parse(lines)).to.throw(Error, message));
});
