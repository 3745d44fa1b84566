/** An answer in sentences, with the quotes it rests on beneath; what is not stated stands apart. */
import { type Ask, asksAnything } from '../answer/ask.js';
import { type DatasetFacts, type Named, type Quote, quotesFor, readDatasetFacts, type Years } from '../answer/facts.js';
import { findMatches, findNearest, type How, type Match, mostLookedAt } from '../answer/find.js';
import type { NamedPlace, NamedSubject } from '../answer/names.js';
import type { Asking } from '../asking.js';
import { type Html, html } from '../html.js';
import { localPath, pathTo } from '../local-path.js';
import type { Services } from '../services.js';
import { addressWith, type View } from '../view/view.js';
import { linkTo } from './term.js';
import { tongueOf } from './tongue.js';

/** Datasets of a group that are shown with their sentences. */
const mostShown = 20;
/** Values of one fact that are named; the others are counted. */
const mostNamed = 12;

interface Context {
  readonly services: Services;
  readonly view: View;
  readonly asking: Asking;
  readonly ask: Ask;
  readonly places: ReadonlyMap<string, NamedPlace>;
  readonly subjects: readonly NamedSubject[];
  /** Of the agency whose data alone are asked for. */
  readonly agencyName: string | undefined;
}

/** A place by its name in the language of the page, marked where that is not the language of the words around it. */
function placeLink({ services, places, view }: Context, iri: string, name?: string): Html {
  const place = places.get(iri);
  const path = localPath(services.config.base, iri);
  const text = place?.name ?? name ?? iri;
  const tongue = tongueOf(view, place?.language);
  return path === undefined ? html`<span${tongue}>${text}</span>` : html`<a href="${path}"${tongue}>${text}</a>`;
}

function joined({ view }: Context, items: readonly Html[]): Html {
  const shown = items.slice(0, mostNamed).map((item, n) => (n === 0 ? item : html`, ${item}`));
  const rest = items.length - mostNamed;
  return rest > 0 ? html`${shown} ${view.say('answer.more', { count: rest })}` : html`${shown}`;
}

const yearsText = ({ view }: Context, { start, end, name }: Years): string =>
  start !== undefined && end === undefined ? view.say('answer.open', { start: String(start) }) : name;

function sayYears(context: Context, { years }: DatasetFacts): Html {
  const { from, to } = context.ask.years ?? { from: 0, to: 9999 };
  const isAsked = ({ start, end }: Years): boolean => (start ?? 0) <= to && (end ?? 9999) >= from;
  const asked = years.filter(isAsked);
  const shown = (asked.length === 0 ? years : asked).map((one) => html`<span>${yearsText(context, one)}</span>`);
  return shown.length === 0 ? html`${context.view.say('answer.noYears')}` : joined(context, shown);
}

function sayPlaces(context: Context, facts: DatasetFacts, { where }: Match): Html {
  const named = where.length > 0 ? where : facts.places.map(({ iri }) => iri);
  const names = new Map(facts.places.map(({ iri, name }) => [iri, name]));
  const links = named.map((iri) => placeLink(context, iri, names.get(iri)));
  const extents = facts.extents.map(({ name }) => html`<span lang="en">${name}</span>`);
  if (links.length + extents.length === 0) return html`${context.view.say('answer.coversNothing')}`;
  return joined(context, [...links, ...extents]);
}

function showQuote({ services, view }: Context, { iri, text, attributions }: Quote): Html {
  const how = attributions.map((one) => view.say(`answer.owner.${one}`));
  return html`<li><blockquote cite="${iri}" lang="en">${text}</blockquote><p class="source"><a href="${pathTo(services.config.base, iri)}">${view.say('answer.inNote')}</a>${how.length === 0 ? undefined : html` · ${how.join(', ')}`}</p></li>`;
}

function showOwners({ services, view }: Context, owners: readonly Named[]): Html {
  const { base } = services.config;
  if (owners.length === 0) return html`${view.say('answer.sentence', { owners: 'none', ownerNames: '' })}`;
  // The sentence is a message, the names in it are links: it is split where they go.
  const [before = '', after = ''] = view
    .say('answer.sentence', { owners: 'some', ownerNames: '\u0000' })
    .split('\u0000');
  return html`${before}${owners.map(({ iri, name }, n) => html`${n === 0 ? '' : ', '}${linkTo(base, iri, name)}`)}${after}`;
}

async function showMatch(context: Context, match: Match): Promise<Html> {
  const { services, view, ask, asking } = context;
  const facts = await readDatasetFacts(services, match.dataset, asking);
  const overlapping = facts.years.filter(
    ({ start, end }) => ask.years === undefined || ((start ?? 0) <= ask.years.to && (end ?? 9999) >= ask.years.from),
  );
  const values = new Set([
    ...match.where,
    ...overlapping.map(({ iri }) => iri),
    ...(ask.subject ? [ask.subject.value] : []),
  ]);
  const quotes = quotesFor(facts, values);
  return html`<li class="match"><h3>${linkTo(services.config.base, facts.iri, facts.title)}</h3>
<p>${showOwners(context, facts.owners)} · ${sayPlaces(context, facts, match)} · ${sayYears(context, facts)}</p>
${
  quotes.length === 0
    ? undefined
    : html`<details${match.how === 'unstated' ? undefined : html` open`}><summary>${view.say('answer.quotes', { count: quotes.length })}</summary><ol class="evidence">${quotes.map((quote) => showQuote(context, quote))}</ol></details>`
}</li>`;
}

async function showGroup(context: Context, how: How, matches: readonly Match[]): Promise<Html | undefined> {
  if (matches.length === 0) return undefined;
  const { view } = context;
  const place = context.places.get(context.ask.place?.value ?? '')?.name ?? '';
  const shown = await Promise.all(matches.slice(0, mostShown).map((match) => showMatch(context, match)));
  return html`<section><h2>${view.say(`answer.group.${how}`, { place })}</h2>
${how === 'unstated' ? html`<p>${view.say('answer.group.unstated.why', { place })}</p>` : undefined}
${matches.length > mostShown ? html`<p>${view.say('answer.list', { count: mostShown })}</p>` : undefined}
<ul class="matches">${shown}</ul></section>`;
}

const groups: readonly How[] = ['any', 'name', 'whole', 'part', 'unstated'];

function showSummary({ view, ask, places }: Context, matches: readonly Match[]): Html {
  const place = places.get(ask.place?.value ?? '')?.name ?? '';
  const sentences = groups.flatMap((how) => {
    const count = matches.filter((match) => match.how === how).length;
    return count === 0 && !(how === 'name' && ask.place !== undefined)
      ? []
      : [view.say(`answer.summary.${how}`, { count, place })];
  });
  const undated = matches.filter(({ when }) => when === 'undated').length;
  if (undated > 0) sentences.push(view.say('answer.summary.undated', { count: undated }));
  return html`<p class="summary">${sentences.join(' ')}</p>`;
}

/** Nothing is stated: what comes nearest, and what may be left out of the question. */
async function showNone(context: Context): Promise<Html> {
  const { services, view, ask, asking, places } = context;
  const placeName = places.get(ask.place?.value ?? '')?.name ?? ask.place?.value ?? '';
  const years =
    ask.years === undefined
      ? ''
      : ask.years.from === ask.years.to
        ? String(ask.years.from)
        : `${ask.years.from}–${ask.years.to}`;
  const nearest = await findNearest(services, ask, asking);
  const items = await Promise.all(
    nearest.map(async ({ dataset, where, years: text, distance }) => {
      const { title } = await readDatasetFacts(services, dataset, asking);
      return html`<li>${linkTo(services.config.base, dataset.value, title)}: ${placeLink(context, where)}, ${view.say('answer.nearest.years', { years: text, distance })}</li>`;
    }),
  );
  const drops = [
    ...(ask.years === undefined ? [] : [['answer.nearest.drop', { from: '', to: '' }] as const]),
    ...(ask.subject === undefined ? [] : [['answer.nearest.dropSubject', { subject: '' }] as const]),
    ...(ask.agency === undefined ? [] : [['answer.nearest.dropAgency', { agency: '' }] as const]),
  ];
  return html`<p class="summary">${view.say('answer.none', {
    place: ask.place === undefined ? 'none' : 'some',
    placeName,
    years: years === '' ? 'none' : 'some',
    yearsText: years,
  })}</p>
${items.length === 0 ? undefined : html`<h2>${view.say('answer.nearest')}</h2><ul>${items}</ul>`}
<p>${drops.map(([key, changes]) => html`<a href="${addressWith(view, changes)}">${view.say(key)}</a> `)}</p>`;
}

/** The title of the answer. */
export function answerTitle({
  view,
  ask,
  places,
  subjects,
  agencyName,
}: Pick<Context, 'view' | 'ask' | 'places' | 'subjects' | 'agencyName'>): string {
  const { from, to } = ask.years ?? { from: 0, to: 0 };
  return view.say('answer.title', {
    place: ask.place === undefined ? 'none' : 'some',
    placeName: places.get(ask.place?.value ?? '')?.name ?? ask.place?.value ?? '',
    years: ask.years === undefined ? 'none' : 'some',
    yearsText: from === to ? String(from) : `${from}–${to}`,
    subject: ask.subject === undefined ? 'none' : 'some',
    subjectName: subjects.find(({ iri }) => iri === ask.subject?.value)?.name ?? ask.subject?.value ?? '',
    agency: ask.agency === undefined ? 'none' : 'some',
    agencyName: agencyName ?? ask.agency?.value ?? '',
  });
}

/** That only an agency's data are shown, and the way to all. */
function showRestriction({ services, view, ask, agencyName }: Context): Html | undefined {
  if (ask.agency === undefined) return undefined;
  const lift = html`<a href="${addressWith(view, { agency: '' })}">${view.say('answer.lift')}</a>`;
  if (agencyName === undefined)
    return html`<p class="restriction">${view.say('answer.unknownPlace', { place: ask.agency.value })} ${lift}</p>`;
  const name = linkTo(services.config.base, ask.agency.value, agencyName);
  const [before = '', after = ''] = view.say('answer.restricted', { agency: '\u0000' }).split('\u0000');
  return html`<p class="restriction">${before}${name}${after} ${lift}</p>`;
}

/** Undefined where nothing is asked. */
export async function showAnswerTo(context: Context): Promise<Html | undefined> {
  const { ask, services, asking } = context;
  if (!asksAnything(ask)) return undefined;
  const { matches, complete } = await findMatches(services, ask, asking);
  const isStated = matches.some(({ how }) => how !== 'unstated');
  const shown: (Html | undefined)[] = [isStated ? undefined : await showNone(context)];
  for (const how of groups)
    shown.push(
      await showGroup(
        context,
        how,
        matches.filter((match) => match.how === how),
      ),
    );
  return html`<section class="answer" aria-labelledby="answer"><h2 id="answer" class="title">${answerTitle(context)}</h2>
${showRestriction(context)}
${complete ? undefined : html`<p class="restriction">${context.view.say('answer.cut', { count: mostLookedAt })}</p>`}
${matches.length === 0 ? undefined : showSummary(context, matches)}
${shown.map((part) => part ?? html``)}</section>`;
}
