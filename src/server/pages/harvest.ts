/** The harvester's page: every door with a command that opens it, what the catalogue keeps of each profile, and on what terms. */
import type { GraphAbout } from '../../export/dump/manifest.js';
import type { ProfileOutcome } from '../../export/validation/validate-profile.js';
import { curlCommand, type Door, validateCommand } from '../harvest-doors.js';
import { type Html, html } from '../html.js';
import { isMessage } from '../view/messages.js';
import type { View } from '../view/view.js';
import { layout } from './layout.js';
import { linkTo, shortName } from './term.js';
import { tongueOf } from './tongue.js';
import { showFindings, summaryOf, validateForm } from './validate.js';

export interface HarvestPage {
  readonly base: string;
  /** Where commands lead. */
  readonly origin: string;
  readonly about: GraphAbout;
  readonly doors: readonly Door[];
  /** Undefined: not known yet. */
  readonly outcomes: readonly ProfileOutcome[] | undefined;
}

/** Findings of a profile that the page tells one by one. */
const mostShown = 20;

function showTitle(view: View, title: string): Html {
  const key = `harvest.door.${title}`;
  return isMessage(key) ? html`${view.say(key)}` : html`<span${tongueOf(view, 'en')}>${title}</span>`;
}

function showDoors(view: View, { doors, origin }: HarvestPage): Html[] {
  const groupOf = ({ group, profile = '' }: Door): string => view.say(`harvest.group.${group}`, { profile });
  const groups = [...new Set(doors.map(groupOf))];
  return groups.map((group) => {
    const own = doors.filter((door) => groupOf(door) === group);
    return html`<h3>${group}</h3>
<dl>${own.map((door) => html`<dt><a href="${door.path}">${showTitle(view, door.title)}</a></dt><dd><pre>${curlCommand(door, origin)}</pre></dd>`)}</dl>
`;
  });
}

function showNotStated({ say }: View, notStated: Readonly<Record<string, number>>, base: string): Html | undefined {
  const rows = Object.entries(notStated).sort(([, a], [, b]) => b - a);
  if (rows.length === 0) return undefined;
  return html`<table><caption>${say('harvest.notStated')}</caption>
<thead><tr><th scope="col">${say('harvest.property')}</th><th scope="col">${say('harvest.without')}</th></tr></thead>
<tbody>${rows.map(([property, count]) => html`<tr><th scope="row"><code>${shortName(base, property)}</code></th><td>${count}</td></tr>`)}</tbody></table>`;
}

function showOutcome(view: View, { profile, outcome }: ProfileOutcome, base: string): Html {
  if (typeof outcome === 'string')
    return html`<h3>${profile.id}</h3><p>${view.say('harvest.notValidated')} <span${tongueOf(view, 'en')}>${outcome}.</span></p>`;
  const violations = outcome.findings.filter(({ severity }) => severity === 'Violation').slice(0, mostShown);
  return html`<h3>${profile.id}</h3>
<p>${summaryOf(view, outcome)}</p>
${showFindings(view, violations, 'h4')}
${showNotStated(view, outcome.notStated, base)}`;
}

const showTerms = ({ say }: View, { about, base }: HarvestPage): Html => html`<dl>
<dt>${say('dump.licence')}</dt><dd>${about.licence === undefined ? say('dump.noLicence') : linkTo(base, about.licence)}</dd>
<dt>${say('dump.modified')}</dt><dd>${about.modified ?? say('dump.unsaid')}</dd>
<dt>${say('harvest.frequency')}</dt><dd>${about.frequency === undefined ? say('dump.unsaid') : linkTo(base, about.frequency)}. ${say('harvest.tag')}</dd>
</dl>`;

export function harvestPage(view: View, page: HarvestPage): Html {
  const { say } = view;
  const outcomes = page.outcomes?.map((outcome) => showOutcome(view, outcome, page.base));
  return layout(
    `${say('harvest.title')} – migraph`,
    html`<h1>${say('harvest.title')}</h1>
${showTerms(view, page)}
<h2>${say('harvest.doors')}</h2>
${showDoors(view, page)}
<h2>${say('harvest.profiles')}</h2>
${outcomes ?? html`<p class="pending">${say('harvest.pending')}</p>`}
<h2>${say('harvest.own')}</h2>
<pre>${validateCommand(page.origin)}</pre>
${validateForm(view)}`,
    view,
  );
}
