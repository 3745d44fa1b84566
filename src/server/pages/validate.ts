/** The validator's form, and a report as a page. */
import { checkedProfiles } from '../../export/validation/profile-shapes.js';
import type { Finding, Report } from '../../export/validation/report.js';
import { type Html, html } from '../html.js';
import type { View } from '../view/view.js';
import { layout } from './layout.js';
import { shortName } from './term.js';
import { tongueOf } from './tongue.js';

export const validateForm = ({
  say,
}: View): Html => html`<form action="/validate" method="post" enctype="multipart/form-data">
<p><label for="file">${say('validate.file')}</label> <input id="file" name="file" type="file" accept=".ttl,.jsonld,.rdf,.nt,.trig,.nq"></p>
<p><label for="text">${say('validate.text')}</label></p>
<textarea id="text" name="text" rows="8" spellcheck="false"></textarea>
<p><label for="profile">${say('validate.profile')}</label> <select id="profile" name="profile">${checkedProfiles.map((id) => html`<option value="${id}">${id}</option>`)}</select>
<button type="submit">${say('validate.button')}</button></p>
</form>`;

export const validatePage = (view: View): Html =>
  layout(
    `${view.say('validate.title')} – migraph`,
    html`<h1>${view.say('validate.title')}</h1><p>${view.say('validate.lead')}</p>${validateForm(view)}`,
    view,
  );

/** What was looked at, and what came of it. */
export function summaryOf({ say }: View, { profile, triples, datasets, violations, warnings }: Report): string {
  const verdict = say(violations === 0 ? 'validate.conforms' : 'validate.fails', { profile });
  const found = say('validate.found', { violations, warnings, triples, datasets });
  return datasets === 0 ? `${verdict} ${found} ${say('validate.nothing')}` : `${verdict} ${found}`;
}

/** What the shapes say is English. */
const showFinding = (view: View, { severity, about, property, message, value, mend }: Finding): Html => html`<li>
<p><b class="${severity === 'Violation' ? 'failure' : 'quiet'}">${view.say(`validate.severity.${severity === 'Violation' ? 'violation' : 'warning'}`)}</b>${property === undefined ? undefined : html` <code>${shortName('', property)}</code>`} <span${tongueOf(view, 'en')}>${message}</span></p>
${about === undefined ? undefined : html`<p>${view.say('validate.about')} <code>${about}</code></p>`}${value === undefined ? undefined : html`<p>${view.say('validate.value')} <code>${value}</code></p>`}
${mend === undefined ? undefined : html`<pre>${mend}</pre>`}</li>
`;

/** By the dataset, in the order in which they come first. */
export function showFindings(view: View, findings: readonly Finding[], heading: 'h2' | 'h4'): Html[] {
  const entries = new Map<string, Finding[]>();
  for (const finding of findings) entries.set(finding.entry, [...(entries.get(finding.entry) ?? []), finding]);
  return [...entries].map(([entry, own]) => {
    const title = html`${own[0]?.title ?? entry} <small><code>${entry}</code></small>`;
    return html`${heading === 'h2' ? html`<h2>${title}</h2>` : html`<h4>${title}</h4>`}<ul>${own.map((one) => showFinding(view, one))}</ul>`;
  });
}

export function reportPage(view: View, report: Report): Html {
  const { say } = view;
  const title = say('validate.report', { profile: report.profile });
  const isCut = report.findings.length < report.violations + report.warnings;
  return layout(
    `${title} – migraph`,
    html`<h1>${title}</h1>
<p>${summaryOf(view, report)}</p>
${showFindings(view, report.findings, 'h2')}
${isCut ? html`<p>${say('validate.first', { count: report.findings.length })}</p>` : undefined}
<h2>${say('validate.again')}</h2>
${validateForm(view)}`,
    view,
  );
}
