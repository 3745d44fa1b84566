/** The catalogue's news in Atom (RFC 4287): an entry for what is new or changed, a tombstone (RFC 6721) for what is gone. */
import type { Moment } from '../../export/moment.js';
import type { CatalogueFacts } from '../../export/read-catalogue.js';
import { type Change, lastChanges } from '../../export/read-changes.js';
import { createIris } from '../../iris.js';
import { prefixes } from '../../vocabularies.js';
import type { Html } from '../html.js';
import { localPath } from '../local-path.js';
import { xml, xmlDocument } from '../xml.js';
import type { FeedPage } from './feed-pages.js';

export interface AtomContext {
  readonly base: string;
  /** Where this server was asked. */
  readonly origin: string;
  readonly catalogue: CatalogueFacts;
  /** What things are called now, and in the changes what they were called then. */
  readonly names: ReadonlyMap<string, string>;
  readonly updated: Moment;
}

/** Where a thing is answered for; things of others have their own address. */
function addressOf(iri: string, { base, origin }: AtomContext): string | undefined {
  const path = localPath(base, iri);
  return path?.startsWith('/') ? origin + path : path;
}

const link = (rel: string, href: string | undefined, type?: string): Html =>
  href === undefined
    ? xml``
    : xml`<link rel="${rel}" href="${href}"${type === undefined ? undefined : xml` type="${type}"`}/>\n`;

const summaries = { Create: 'New in the catalogue', Update: 'Changed', Delete: 'No longer in the catalogue' } as const;

function entry(change: Change, context: AtomContext): Html {
  const { thing, at, kind } = change;
  const title = context.names.get(change.iri ?? '') ?? context.names.get(thing) ?? thing;
  if (kind === 'Delete')
    return xml`<at:deleted-entry ref="${thing}" when="${at}"><at:comment>${title}</at:comment></at:deleted-entry>\n`;
  const address = addressOf(thing, context);
  const isOurs = address?.startsWith(`${context.origin}/`);
  return xml`<entry>
<id>${thing}</id>
<title>${title}</title>
<updated>${at}</updated>
${link('alternate', address)}${isOurs ? link('alternate', `${address}.ttl`, 'text/turtle') : undefined}<category scheme="${prefixes.as}" term="${kind}"/>
<summary>${change.iri === undefined ? 'In the catalogue' : summaries[kind]}</summary>
</entry>
`;
}

/** The links of a page: where it is, what it is a part of, and what was before (RFC 5005, section 4). */
function links({ number, last }: FeedPage, { origin, catalogue }: AtomContext): Html {
  const feed = `${origin}/catalog.atom`;
  const archive = (n: number): string | undefined => (n < 1 ? undefined : `${feed}?page=${n}`);
  const isArchive = number !== undefined;
  return xml`${link('self', isArchive ? archive(number) : feed, 'application/atom+xml')}${link('alternate', `${origin}/catalog`, 'text/html')}${
    isArchive ? link('current', feed) : undefined
  }${link('prev-archive', archive(isArchive ? number - 1 : last))}${
    isArchive && number < last ? link('next-archive', archive(number + 1)) : undefined
  }${link('license', catalogue.license)}`;
}

/** A page of the feed, the newest first; of a thing that changed more than once on it only the last. */
export function writeAtom(page: FeedPage, context: AtomContext): string {
  const { catalogue, updated, base } = context;
  const entries = [...lastChanges(page.changes).values()].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return xmlDocument(xml`<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xmlns:fh="http://purl.org/syndication/history/1.0">
<id>${createIris(base).feed().value}</id>
<title>${catalogue.title}</title>
${catalogue.description === undefined ? undefined : xml`<subtitle>${catalogue.description}</subtitle>\n`}<updated>${updated}</updated>
<author><name>${catalogue.publisher ?? catalogue.title}</name></author>
${links(page, context)}${page.number === undefined ? undefined : xml`<fh:archive/>\n`}${entries.map((change) => entry(change, context))}</feed>`);
}
