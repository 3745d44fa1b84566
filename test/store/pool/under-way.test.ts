/** Those who ask for the same at once: one looks, the others wait. */
import { expect } from 'chai';
import { defer } from '../../../src/store/pool/defer.js';
import { UnderWay } from '../../../src/store/pool/under-way.js';

describe('what is under way', () => {
  it('is waited for, and forgotten when it is there', async () => {
    const underWay = new UnderWay<string>();
    const finding = defer<string | undefined>();
    expect(await underWay.wait('a')).to.equal(undefined);
    const led = underWay.lead('a', finding.promise);
    const waiting = [underWay.wait('a'), underWay.wait('a')];
    expect(await underWay.wait('b')).to.equal(undefined);
    finding.resolve('found');
    expect(await Promise.all(waiting)).to.deep.equal(['found', 'found']);
    await led;
    expect(await underWay.wait('a')).to.equal(undefined);
  });
  it('is nothing to those who waited where it failed', async () => {
    const underWay = new UnderWay<string>();
    const led = underWay.lead('a', Promise.reject(new Error('the first one has left')));
    expect(await underWay.wait('a')).to.equal(undefined);
    await led;
  });
  it('stays with the one who led last', async () => {
    const underWay = new UnderWay<string>();
    const [first, second] = [defer<string | undefined>(), defer<string | undefined>()];
    const led = underWay.lead('a', first.promise);
    void underWay.lead('a', second.promise);
    first.resolve('old');
    await led;
    const waiting = underWay.wait('a');
    second.resolve('new');
    expect(await waiting).to.equal('new');
  });
});
