/** Under whatever limit a query is answered whole or visibly not at all; `npm run limits` asks ten thousand. */
import { expect } from 'chai';
import { readAnswer } from './read-answer.js';
import { type Outcome, runLimits } from './run-limits.js';

const short: Readonly<Record<string, string>> = {
  json: '{"head":{"vars":["s","n","o"]},"results":{"bindings":[',
  xml: '<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#"><head><variable name="s"/><variable name="n"/><variable name="o"/></head><results>',
  turtle: '<http://e/a> <http://e/b> "c',
  ntriples: '<http://e/a> <http://e/b>',
};

describe('a limited query', function () {
  this.timeout(600_000);
  let outcomes: Outcome[] = [];
  before(async () => {
    outcomes = await runLimits({ queries: 210, seed: 5 });
  });
  const countOf = (end: 'whole' | 'refused' | 'broken'): number =>
    outcomes.reduce((sum, { ends }) => sum + (ends.get(end) ?? 0), 0);

  it('is answered whole or has visibly failed, in six formats, under seven limits', () => {
    expect(outcomes).to.have.length(7);
    expect(outcomes.flatMap(({ lies }) => lies)).to.deep.equal([]);
  });
  it('ends in each of these ways', () => {
    expect(countOf('whole')).to.be.above(20);
    expect(countOf('refused')).to.be.above(5);
    expect(countOf('broken')).to.be.above(0);
  });
  for (const [format, text] of Object.entries(short))
    it(`would be seen to be cut off as ${format}`, async () => {
      let failure: unknown;
      await readAnswer(text, format).catch((error: unknown) => {
        failure = error;
      });
      expect(failure).to.be.instanceOf(Error);
    });
});
