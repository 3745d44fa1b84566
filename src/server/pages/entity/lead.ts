/** What a reader of a thing wants to know first, in a line; and the way to the answer with all sentences. */

import { dct, mig } from '../../../vocabularies.js';
import type { Entity } from '../../entity/read-entity.js';
import type { List } from '../../entity/read-lists.js';
import type { Value } from '../../entity/read-values.js';
import { type Html, html } from '../../html.js';
import type { View } from '../../view/view.js';
import { showValue, yearsText } from './things.js';

const countOf = (lists: readonly List[], query: List['query'], kind: string, property?: string): number =>
  lists
    .filter(
      (list) => list.query === query && list.kind === kind && (property === undefined || list.property === property),
    )
    .reduce((sum, { count }) => sum + count, 0);

/** Values that are named; more are counted. */
const mostNamed = 4;

function joined(view: View, base: string, values: readonly Value[], counted: string): Html | undefined {
  if (values.length === 0) return undefined;
  if (values.length > mostNamed) return html`${view.say(counted, { count: values.length })}`;
  return html`${values.map((value, n) => html`${n === 0 ? '' : ', '}${showValue(view, base, value)}`)}`;
}

function datasetLead(view: View, base: string, { facts }: Entity): Html {
  const valuesOf = (...properties: readonly { value: string }[]): Value[] =>
    facts.filter(({ property }) => properties.some(({ value }) => value === property)).flatMap(({ values }) => values);
  const years = valuesOf(dct.temporal).flatMap((value) => value.years ?? []);
  const first = years.flatMap(({ start }) => start ?? []).sort()[0];
  const isOpen = years.some(({ end }) => end === undefined);
  const last = isOpen
    ? undefined
    : years
        .flatMap(({ end }) => end ?? [])
        .sort()
        .at(-1);
  const parts = [
    joined(view, base, valuesOf(dct.publisher, dct.creator), 'entity.lead.owners'),
    joined(
      view,
      base,
      valuesOf(
        mig.reportingCountry,
        mig.originCountry,
        mig.destinationCountry,
        mig.studyCountry,
        dct.spatial,
        mig.extent,
      ),
      'entity.lead.places',
    ),
    html`${first === undefined ? view.say('answer.noYears') : yearsText(view, { start: first, end: last })}`,
  ].flatMap((part) => part ?? []);
  return html`${parts.map((part, n) => (n === 0 ? part : html` · ${part}`))}`;
}

/** By the path under the base, which makes short addresses. */
const answerAddress = (base: string, name: 'place' | 'agency' | 'subject', iri: string): string =>
  `/?${new URLSearchParams({ [name]: iri.startsWith(base) ? iri.slice(base.length) : iri })}`;

export function showLead(view: View, base: string, entity: Entity, lists: readonly List[]): Html | undefined {
  const { kind, thing } = entity;
  const lead = (text: Html | string, link?: Html): Html => html`<p class="lead">${text}${link && html` ${link}`}</p>`;
  const answer = (name: 'place' | 'agency' | 'subject'): Html =>
    html`<a href="${answerAddress(base, name, thing.value)}">${view.say('entity.lead.answer')}</a>`;
  if (kind === 'Dataset') return lead(datasetLead(view, base, entity));
  if (kind === 'Country' || kind === 'Region' || kind === 'CountryGroup') {
    const named = countOf(lists, 'leading', 'Dataset', dct.spatial.value);
    const [around, within] = [countOf(lists, 'around', 'Dataset'), countOf(lists, 'within', 'Dataset')];
    const about = countOf(lists, 'leading', 'Publication', mig.about.value);
    return lead(view.say('entity.lead.place', { named, around, within, about }), answer('place'));
  }
  if (kind === 'Agency' || kind === 'AgencyUnit') {
    const own = countOf(lists, 'leading', 'Dataset', dct.publisher.value);
    const units = countOf(lists, 'of-units', 'Dataset');
    return lead(view.say('entity.lead.agency', { own, units }), own + units > 0 ? answer('agency') : undefined);
  }
  if (kind === 'Theme') {
    const datasets = countOf(lists, 'leading', 'Dataset');
    return lead(view.say('entity.lead.theme', { datasets }), answer('subject'));
  }
  return undefined;
}
