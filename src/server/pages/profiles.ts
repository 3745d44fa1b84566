/** The page that lists the profiles. */
import { partsOf } from '../../export/describe-profiles.js';
import { type Profile, profiles } from '../../export/profiles.js';
import { type Html, html } from '../html.js';
import { layout } from './layout.js';

function row(profile: Profile): Html {
  const { id, iri, title } = profile;
  const parts = partsOf(profile).map(({ name, title: what }) => html` <a href="/profiles/${id}/${name}">${what}</a>`);
  return html`<tr><th scope="row"><a href="/catalog?profile=${id}">${id}</a></th>
<td>${title}</td><td><code>${iri}</code></td><td>${parts}</td></tr>
`;
}

export const profilesPage = (): Html =>
  layout(
    'Profiles – migraph',
    html`<h1>Profiles</h1>
<p>The catalogue in the words of whoever asks: <code>?profile=</code> takes a name or an IRI, and so does the header <code>Accept-Profile</code>. As <a href="/profiles.ttl">Turtle</a> or <a href="/profiles.jsonld">JSON-LD</a>.</p>
<table><caption>What there is</caption><thead><tr><th scope="col">Name</th><th scope="col">What it says</th><th scope="col">IRI</th><th scope="col">How it is made</th></tr></thead>
<tbody>${profiles.map(row)}</tbody></table>`,
  );
