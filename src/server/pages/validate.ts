/** The validator's form, and a report as a page. */
import { checkedProfiles } from '../../export/validation/profile-shapes.js';
import type { Finding, Report } from '../../export/validation/report.js';
import { summarise } from '../../export/validation/report-text.js';
import { type Html, html } from '../html.js';
import { layout } from './layout.js';
import { shortName } from './term.js';

export const validateForm = (): Html => html`<form action="/validate" method="post" enctype="multipart/form-data">
<p><label for="file">A file: Turtle, JSON-LD, RDF/XML, N-Triples, TriG or N-Quads</label> <input id="file" name="file" type="file" accept=".ttl,.jsonld,.rdf,.nt,.trig,.nq"></p>
<p><label for="text">or a text</label></p>
<textarea id="text" name="text" rows="8" spellcheck="false"></textarea>
<p><label for="profile">by the profile</label> <select id="profile" name="profile">${checkedProfiles.map((id) => html`<option value="${id}">${id}</option>`)}</select>
<button type="submit">Validate</button></p>
</form>`;

const explanation = html`<p>Holds a DCAT catalogue against a profile and says, dataset by dataset, what does not fit and how it is mended. Nothing is fetched, and nothing is kept. Programs send RDF as the body of a POST, with <code>?profile=</code>, and choose the report by <code>Accept</code>: text, HTML, JSON, or a <code>sh:ValidationReport</code> in any syntax of RDF.</p>`;

export const validatePage = (): Html =>
  layout('Validate – migraph', html`<h1>Validate a DCAT catalogue</h1>${explanation}${validateForm()}`);

const showFinding = ({ severity, about, property, message, value, mend }: Finding): Html => html`<li>
<p><b class="${severity === 'Violation' ? 'failure' : 'quiet'}">${severity}</b>${property === undefined ? undefined : html` <code>${shortName('', property)}</code>`} ${message}</p>
${about === undefined ? undefined : html`<p>of <code>${about}</code></p>`}${value === undefined ? undefined : html`<p>stands there: <code>${value}</code></p>`}
${mend === undefined ? undefined : html`<pre>${mend}</pre>`}</li>
`;

/** By the dataset, in the order in which they come first. */
export function showFindings(findings: readonly Finding[], heading: 'h2' | 'h4'): Html[] {
  const entries = new Map<string, Finding[]>();
  for (const finding of findings) entries.set(finding.entry, [...(entries.get(finding.entry) ?? []), finding]);
  return [...entries].map(([entry, own]) => {
    const title = html`${own[0]?.title ?? entry} <small><code>${entry}</code></small>`;
    return html`${heading === 'h2' ? html`<h2>${title}</h2>` : html`<h4>${title}</h4>`}<ul>${own.map(showFinding)}</ul>`;
  });
}

export const reportPage = (report: Report): Html =>
  layout(
    'Validation – migraph',
    html`<h1>Validation by ${report.profile}</h1>
<p>${summarise(report)}.</p>
${showFindings(report.findings, 'h2')}
${report.findings.length < report.violations + report.warnings ? html`<p>These are the first ${report.findings.length}.</p>` : undefined}
<h2>Again</h2>
${validateForm()}`,
  );
