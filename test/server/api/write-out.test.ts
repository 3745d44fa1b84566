/** A query written out with its values: it gives what the bound one gives, whatever the values are. */
import { expect } from 'chai';
import { readConfig } from '../../../src/config.js';
import { createIris } from '../../../src/iris.js';
import { bindQuestion } from '../../../src/questions/bind.js';
import { parseQuestion, readQuestions } from '../../../src/questions/read.js';
import { writeOut } from '../../../src/server/api/write-out.js';
import { parseQuery } from '../../../src/store/parse/parse-query.js';
import { prefixes } from '../../../src/vocabularies.js';

const iris = createIris(readConfig().base);
const question = parseQuestion(
  'echo',
  '# title: Echo\n# question: What is it?\n# parameter: it text ships — it\n# keywords: echo\nSELECT ?it { VALUES ?it { "ships" } FILTER EXISTS { VALUES ?it { "ships" } } }',
);
const written = (value: string): string => writeOut(bindQuestion(question, { it: value }, iris));

describe('a query written out', () => {
  it('has the value in every place of its parameter', () => {
    expect(written('rafts').split('VALUES ?it { "rafts" }')).to.have.length(3);
  });

  it('has numbers and IRIs as people write them', () => {
    const [asked] = readQuestions().filter(({ name }) => name === 'who-holds-data');
    if (asked === undefined) throw new Error('there is no such question');
    expect(writeOut(bindQuestion(asked, { country: 'ALB', year: '1990' }, iris)))
      .to.include(`VALUES ?country { <${iris.country('ALB').value}> }`)
      .and.include('VALUES ?year { 1990 }');
  });

  it('keeps a value a value, whatever is in it', () => {
    for (const value of ['" } } #', '$& $1', 'a\\"b', '{ ?s ?p ?o }']) {
      expect(() => parseQuery(written(value)), value).not.to.throw();
      expect(written(value)).to.include('FILTER EXISTS');
    }
  });

  it('is the file itself where nothing is given', () => {
    for (const one of readQuestions())
      expect(writeOut(bindQuestion(one, {}, iris)), one.name).to.equal(
        one.query.replace(/\{ mig:(\w+) \}/g, (_, name) => `{ <${prefixes.mig}${name}> }`),
      );
  });
});
