/** The harvester's page: every door with a command that opens it, what the catalogue keeps of each profile, and on what terms. */
import type { GraphAbout } from '../../export/dump/manifest.js';
import { summarise } from '../../export/validation/report-text.js';
import type { ProfileOutcome } from '../../export/validation/validate-profile.js';
import { curlCommand, type Door, validateCommand } from '../harvest-doors.js';
import { type Html, html } from '../html.js';
import { layout } from './layout.js';
import { linkTo, shortName } from './term.js';
import { showFindings, validateForm } from './validate.js';

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

function showDoors({ doors, origin }: HarvestPage): Html[] {
  const groups = [...new Set(doors.map(({ group }) => group))];
  return groups.map((group) => {
    const own = doors.filter((door) => door.group === group);
    return html`<h3>${group}</h3>
<dl>${own.map((door) => html`<dt><a href="${door.path}">${door.title}</a></dt><dd><pre>${curlCommand(door, origin)}</pre></dd>`)}</dl>
`;
  });
}

function showNotStated(notStated: Readonly<Record<string, number>>, base: string): Html | undefined {
  const rows = Object.entries(notStated).sort(([, a], [, b]) => b - a);
  if (rows.length === 0) return undefined;
  return html`<table><caption>Recommended, and not stated by the notes: nothing is invented to fill it</caption>
<thead><tr><th scope="col">Property</th><th scope="col">Things without it</th></tr></thead>
<tbody>${rows.map(([property, count]) => html`<tr><th scope="row"><code>${shortName(base, property)}</code></th><td>${count}</td></tr>`)}</tbody></table>`;
}

function showOutcome({ profile, outcome }: ProfileOutcome, base: string): Html {
  if (typeof outcome === 'string') return html`<h3>${profile.id}</h3><p>Not validated: ${outcome}.</p>`;
  const violations = outcome.findings.filter(({ severity }) => severity === 'Violation').slice(0, mostShown);
  return html`<h3>${profile.id}</h3>
<p>${summarise(outcome)}.</p>
${showFindings(violations, 'h4')}
${showNotStated(outcome.notStated, base)}`;
}

const showTerms = ({ about, base }: HarvestPage): Html => html`<dl>
<dt>Licence</dt><dd>${about.licence === undefined ? 'none is stated' : linkTo(base, about.licence)}</dd>
<dt>Last changed</dt><dd>${about.modified ?? 'the graph does not say'}</dd>
<dt>How often it changes</dt><dd>${about.frequency === undefined ? 'the graph does not say' : linkTo(base, about.frequency)}. As long as nothing has changed the bytes are the same: send the entity tag of your last harvest as <code>If-None-Match</code> and be told 304.</dd>
</dl>`;

export const harvestPage = (page: HarvestPage): Html =>
  layout(
    'Harvest – migraph',
    html`<h1>For harvesters</h1>
${showTerms(page)}
<h2>Every door</h2>
${showDoors(page)}
<h2>How well the catalogue keeps to its profiles</h2>
${page.outcomes === undefined ? html`<p>This is just being looked at; come again in a moment.</p>` : page.outcomes.map((outcome) => showOutcome(outcome, page.base))}
<h2>Validate a catalogue of your own</h2>
<pre>${validateCommand(page.origin)}</pre>
${validateForm()}`,
  );
