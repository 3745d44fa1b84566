/** Which hosts may be asked, and where a name may lead. */
import { expect } from 'chai';
import { readConfig } from '../../../src/config.js';
import { QueryFault } from '../../../src/store/graph-store.js';
import { createHosts } from '../../../src/store/outside/hosts.js';
import { isPublicAddress } from '../../../src/store/outside/public-address.js';

describe('addresses', () => {
  const inside = [
    ...[
      '127.0.0.1',
      '127.8.8.8',
      '0.0.0.0',
      '10.1.2.3',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '169.254.169.254',
    ],
    ...['100.64.0.1', '192.0.2.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '240.0.0.1'],
    ...['::', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:8.8.8.8', '::127.0.0.1', '64:ff9b::7f00:1'],
    ...['fc00::1', 'fd12::1', 'fe80::1', 'ff02::1', '2001::1', '2001:db8::1', '2002:7f00:1::', '100::1', 'no address'],
  ];
  for (const address of inside)
    it(`${address} is not the open internet`, () => expect(isPublicAddress(address)).to.equal(false));
  for (const address of ['8.8.8.8', '1.1.1.1', '172.32.0.1', '2606:4700::1111', '2a00:1450:4001::1'])
    it(`${address} is`, () => expect(isPublicAddress(address)).to.equal(true));
});

describe('hosts', () => {
  const hosts = createHosts(['data.example', 'ports.example:8080', '127.0.0.1:3030', '[::1]:3030', '10.0.0.7']);
  const refused = (iri: string) =>
    expect(() => hosts.check(iri), iri)
      .to.throw(QueryFault)
      .with.property('kind', 'refused');

  it('are those that are listed, on the usual ports or their own', () => {
    const good = ['http://data.example/x', 'https://DATA.example/x?y', 'http://ports.example:8080/'];
    for (const iri of [...good, 'http://127.0.0.1:3030/sparql', 'http://[::1]:3030/'])
      expect(hosts.check(iri).href).to.be.a('string');
    for (const iri of ['http://data.example:8080/', 'http://ports.example/', 'http://127.0.0.1/']) refused(iri);
    for (const iri of ['http://other.example/', 'http://x.data.example/', 'http://data.example.evil/']) refused(iri);
  });
  it('are named plainly: another way to write an address is no way in', () => {
    for (const iri of ['http://0x7f.1/', 'http://2130706433/', 'http://[::ffff:127.0.0.1]:3030/', 'http://127.1/'])
      refused(iri);
    refused('http://localhost:3030/');
  });
  it('are reached by http and https alone, without a password', () => {
    for (const iri of ['file:///etc/passwd', 'ftp://data.example/', 'data:text/turtle,', 'urn:x', 'x']) refused(iri);
    refused('http://me:secret@data.example/');
  });
  it('lead to addresses of the open internet, and to private ones that are listed', () => {
    expect(['8.8.8.8', '10.0.0.7', '127.0.0.1', '::1'].map(hosts.allowsAddress)).to.deep.equal([
      true,
      true,
      true,
      true,
    ]);
    expect(['10.0.0.8', '127.0.0.2', '::ffff:10.0.0.7'].map(hosts.allowsAddress)).to.deep.equal([false, false, false]);
  });
  it('come from a setting, which is none by default', () => {
    expect(readConfig({}).serviceHosts).to.deep.equal([]);
    expect(readConfig({ MIGRAPH_SERVICE_HOSTS: ' a.example, [::1]:80\n' }).serviceHosts).to.deep.equal([
      'a.example',
      '[::1]:80',
    ]);
    for (const wrong of ['http://a.example/', 'a.example/x', 'a@b', '*', 'a.example:x'])
      expect(() => readConfig({ MIGRAPH_SERVICE_HOSTS: wrong })).to.throw(/MIGRAPH_SERVICE_HOSTS/);
  });
});
