/** The page of any thing: what its reader wants first, what is said of it and on which sentences, what has to do with it. */
import type { NamedNode } from '../../rdf.js';
import type { Asking } from '../asking.js';
import { isKnownByOthers } from '../entity/kinds.js';
import { type Entity, readEntity } from '../entity/read-entity.js';
import { type List, readItems, readLists } from '../entity/read-lists.js';
import { readRounds } from '../entity/read-rounds.js';
import { readWholes } from '../entity/read-wholes.js';
import { type Html, html } from '../html.js';
import { HttpFault } from '../http-fault.js';
import { readRows } from '../read-rows.js';
import { readCount } from '../request.js';
import type { Services } from '../services.js';
import { plainView, type View } from '../view/view.js';
import { dataBlock } from './data-block.js';
import { showClaim } from './entity/claim.js';
import type { Shown } from './entity/evidence.js';
import { showFacts } from './entity/facts.js';
import { showLead } from './entity/lead.js';
import { type ShownList, showList, showListPage } from './entity/lists.js';
import { showFallen, showMissing } from './entity/missing.js';
import { showReport } from './entity/report.js';
import { showRounds } from './entity/rounds.js';
import { showUse } from './entity/use.js';
import { showWholes } from './entity/wholes.js';
import { layout } from './layout.js';
import { showNote } from './note.js';
import { showOrigin } from './origin.js';
import { shortName } from './term.js';
import { tongueOf } from './tongue.js';

/** Things of a list that are shown on the thing's own page, and on a page of the list. */
const [fewItems, pageItems] = [10, 50];

interface Context {
  readonly services: Services;
  readonly view: View;
  readonly asking: Asking;
  readonly entity: Entity;
}

/** Language and asker, as readers of names want them. */
const wishOf = ({ view, asking }: Context) => ({ language: view.language, asking });

async function readFirstItems(context: Context, list: List): Promise<ShownList> {
  const { services, entity } = context;
  return {
    list,
    items: await readItems(services, { thing: entity.thing, list, offset: 0, limit: fewItems }, wishOf(context)),
  };
}

async function showLists(context: Context, lists: readonly List[]): Promise<Html | undefined> {
  if (lists.length === 0) return undefined;
  const { view, services, entity } = context;
  const shown = await Promise.all(lists.map((list) => readFirstItems(context, list)));
  return html`<section class="lists" aria-labelledby="lists"><h2 id="lists">${view.say('entity.lists')}</h2>
${shown.map((one) => showList(view, services.config.base, one, entity.thing.value))}</section>`;
}

/** One list of things alone, page by page. */
async function listPage(context: Context, lists: readonly List[], key: string): Promise<Html> {
  const { services, view, entity } = context;
  const list = lists.find((one) => one.key === key);
  if (list === undefined)
    throw new HttpFault(404, `there is no list "${key.slice(0, 100)}" of <${entity.thing.value}>`);
  const [page, pages] = [readCount(view.parameters, 'page') ?? 1, Math.max(1, Math.ceil(list.count / pageItems))];
  if (page > pages) throw new HttpFault(404, `there is no page ${page}: the last is ${pages}`);
  const part = { thing: entity.thing, list, offset: (page - 1) * pageItems, limit: pageItems };
  const items = await readItems(services, part, wishOf(context));
  return showListPage(view, services.config.base, { shown: { list, items }, thing: entity.thing.value, page, pages });
}

/** For search engines: of a dataset or a catalogue. */
async function readBlock({ services, entity, asking }: Context): Promise<Html | undefined> {
  if (entity.kind === 'Dataset') return dataBlock(services, entity.thing, asking);
  return entity.kind === 'Catalogue' ? dataBlock(services, undefined, asking) : undefined;
}

/** What stands below the name of anything but a claim, in the order in which its kind is read. */
async function showMiddle(context: Context, lists: readonly List[]): Promise<Html> {
  const { services, view, asking, entity } = context;
  const { base } = services.config;
  const [shownLists, rounds, note] = await Promise.all([
    showLists(context, lists),
    readRounds(services, entity.thing, wishOf(context)),
    entity.kind === 'Note' ? showNote(services, entity.thing, { view, asking }) : undefined,
  ]);
  const shown: Shown = new Set();
  const isFirst = isKnownByOthers(entity.kind);
  return html`${showLead(view, base, entity, lists)}
${note}
${isFirst ? shownLists : undefined}
${showFacts(view, base, entity, shown)}
${showRounds(view, base, { rounds, claims: entity.claims })}
${showMissing(view, entity)}
${showFallen(view, base, entity)}
${isFirst ? undefined : shownLists}`;
}

/** The whole page but for its frame. */
async function showEntity(context: Context): Promise<{ readonly title: string; readonly main: Html }> {
  const { services, view, asking, entity } = context;
  const { base } = services.config;
  const { thing, kind } = entity;
  const [ways, lists, origins, claim] = await Promise.all([
    readWholes(services, thing, wishOf(context)),
    readLists(services, thing, wishOf(context)),
    readRows(services, 'pages/origin', { ...asking, bindings: { thing } }),
    kind === 'Claim' ? showClaim(services, thing, { view, asking }) : undefined,
  ]);
  const title = claim?.title ?? entity.title?.text ?? shortName(base, thing.value);
  const head = html`${showWholes(view, base, { ways, kind })}
<h1${claim === undefined ? tongueOf(view, entity.title?.language) : undefined}>${title}</h1>`;
  const key = view.parameters.get('list');
  if (key !== null) return { title, main: html`${head}\n${await listPage(context, lists, key)}` };
  const [middle, use, report, data] = await Promise.all([
    claim?.main ?? showMiddle(context, lists),
    showUse(services, { thing, kind }, { view, asking }),
    claim?.report ??
      showReport(services, { iri: thing.value, title, hasClaims: entity.claims.length > 0 }, { view, asking }),
    readBlock(context),
  ]);
  return { title, main: html`${head}\n${showOrigin(view, base, origins)}\n${middle}\n${use}\n${report}\n${data}` };
}

/** Undefined where nothing is said of the thing. */
export async function entityPage(
  services: Services,
  thing: NamedNode,
  asking: Asking,
  view: View = plainView(),
): Promise<Html | undefined> {
  const entity = await readEntity(services, thing, { view, asking });
  if (entity === undefined) return undefined;
  const { title, main } = await showEntity({ services, view, asking, entity });
  return layout(`${title} – migraph`, main, view, html`<link rel="stylesheet" href="/ui/entity.css">\n`);
}
