/** Mutants are what they are said to be, and put into a module they change nothing until one is set to work. */
import { expect } from 'chai';
import { findMutants, parseModule } from './find-mutants.js';
import { instrument, isKept } from './instrument.js';
import { applyMutant } from './mutant.js';
import { createReach } from './reach.js';
import { mutateRegex } from './regex-mutants.js';
import { drawSample } from './sample.js';
import { defineSwitch, setMutant } from './switch.js';

const file = 'dist/src/sum.js';

/** Both ways of setting a mutant to work, on a function that a text ends with. */
const runPlain = (source: string): unknown => new Function(`${source}; return run();`)();

describe('mutants', () => {
  it('are all that the kinds of nodes allow', () => {
    const source = "if (a?.b < 1 && !c) list.sort().push('x', true, [1]);";
    const mutants = findMutants(file, source).map((mutant) => applyMutant(source, mutant));
    expect(mutants).to.have.members([
      "if (true) list.sort().push('x', true, [1]);",
      "if (false) list.sort().push('x', true, [1]);",
      "if (((a?.b < 1) || (!c))) list.sort().push('x', true, [1]);",
      "if (((a?.b) <= (1)) && !c) list.sort().push('x', true, [1]);",
      "if (((a?.b) >= (1)) && !c) list.sort().push('x', true, [1]);",
      "if (a.b < 1 && !c) list.sort().push('x', true, [1]);",
      "if (a?.b < 1 && c) list.sort().push('x', true, [1]);",
      'if (a?.b < 1 && !c) ;',
      "if (a?.b < 1 && !c) list.push('x', true, [1]);",
      "if (a?.b < 1 && !c) list.sort().push('', true, [1]);",
      "if (a?.b < 1 && !c) list.sort().push('x', false, [1]);",
      "if (a?.b < 1 && !c) list.sort().push('x', true, []);",
    ]);
  });

  it('are none where names come from, and none of keys', () => {
    expect(
      findMutants(file, "import { a } from 'a'; export { b } from 'b'; c['d'];").map(({ kind }) => kind),
    ).to.deep.equal(['statement left out']);
  });

  it('of patterns leave out anchors and quantifiers, and turn classes and looks round', () => {
    expect(mutateRegex(String.raw`/^a+(?=\d)[bc]\b/u`)).to.have.members([
      String.raw`/a+(?=\d)[bc]\b/u`,
      String.raw`/^a(?=\d)[bc]\b/u`,
      String.raw`/^a+(?!\d)[bc]\b/u`,
      String.raw`/^a+(?=\D)[bc]\b/u`,
      String.raw`/^a+(?=\d)[^bc]\b/u`,
      String.raw`/^a+(?=\d)[bc]\B/u`,
    ]);
    expect(mutateRegex('/^/')).to.deep.equal([]);
  });

  it('are drawn by a seed, each once', () => {
    const items = Array.from({ length: 100 }, (_, index) => index);
    const drawn = drawSample(items, 40, 7);
    expect(new Set(drawn).size).to.equal(40);
    expect(drawSample(items, 40, 7)).to.deep.equal(drawn);
    expect(drawSample(items, 40, 8)).to.not.deep.equal(drawn);
    expect(drawSample(items, 400, 7)).to.have.members(items);
  });
});

describe('mutants in a module', () => {
  const source = [
    'const word = /^a/;',
    'function each(list) { const found = []; for (const one of list) { if (!word.test(one)) continue; found.push(one); } return found; }',
    "const count = (list) => { const log = []; log.push('x'); return (list?.length ?? 0) + log.length; };",
    "const run = () => { const found = each(['ab', 'ba', 'aa']); return [found.join('-'), count(found) + 1].join(' '); };",
  ].join('\n');
  const module = parseModule(file, source);
  const reach = createReach(new Map([[file, module]]));
  const mutants = findMutants(file, source).map((mutant, index) => ({ mutant, number: index + 1 }));
  const isLater = ({ at }: { at: number }): boolean => reach.isInFunction({ file, at });
  const patterns = new Set(
    mutants.flatMap(({ mutant, number }) => (!isLater(mutant) && isKept(module, mutant) ? [number] : [])),
  );
  const switched = mutants.filter(({ mutant, number }) => isLater(mutant) || patterns.has(number));

  it('change nothing while none is at work, and as much as the text itself where one is', () => {
    defineSwitch();
    const run = new Function(`${instrument(file, source, switched, patterns)}; return run;`)() as () => unknown;
    const plain = runPlain(source);
    const outcome = (work: () => unknown): unknown => {
      try {
        return work();
      } catch (error) {
        return String(error);
      }
    };
    let changed = 0;
    for (const { mutant, number } of switched) {
      expect(run()).to.equal(plain);
      const wanted = outcome(() => runPlain(applyMutant(source, mutant)));
      setMutant(number);
      expect(outcome(run), JSON.stringify(mutant)).to.equal(wanted);
      setMutant(0);
      if (wanted !== plain) changed += 1;
    }
    expect(switched.length).to.be.greaterThan(25);
    expect(changed).to.be.greaterThan(20);
    expect(patterns.size).to.equal(1);
  });

  it('show where functions speak of what was made as the module was loaded', () => {
    const made = { file, at: source.indexOf('/^a/') };
    expect(reach.usesOf(made)).to.deep.equal([{ file, at: source.indexOf('word.test') }]);
    expect(reach.isKeptWhole(made)).to.equal(true);
    const users = new Map([
      ['dist/a.js', 'export const word = /a/; export const give = () => word;'],
      [
        'dist/b.js',
        "import { word, give } from './a.js'; const many = new RegExp(word.source + 's'); const given = give(); const f = () => [many, given];",
      ],
    ]);
    const both = createReach(new Map([...users].map(([name, text]) => [name, parseModule(name, text)])));
    const places = both
      .usesOf({ file: 'dist/a.js', at: 20 })
      .map((place) => `${place.file}:${users.get(place.file)?.slice(place.at).match(/^\w+/)}`);
    expect(places).to.have.members(['dist/a.js:word', 'dist/b.js:many', 'dist/b.js:given']);
    expect(both.isKeptWhole({ file: 'dist/a.js', at: 20 })).to.equal(false);
  });
});
