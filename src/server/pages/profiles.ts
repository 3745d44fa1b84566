/** The page that lists the profiles. */
import { partsOf } from '../../export/describe-profiles.js';
import { type Profile, profiles } from '../../export/profiles.js';
import { type Html, html } from '../html.js';
import type { View } from '../view/view.js';
import { layout } from './layout.js';
import { tongueOf } from './tongue.js';

function row(view: View, profile: Profile): Html {
  const { id, iri, title } = profile;
  const parts = partsOf(profile).map(
    ({ name }) => html` <a href="/profiles/${id}/${name}">${view.say(`profiles.part.${name}`)}</a>`,
  );
  return html`<tr><th scope="row"><a href="/catalog?profile=${id}">${id}</a></th>
<td${tongueOf(view, 'en')}>${title}</td><td><code>${iri}</code></td><td>${parts}</td></tr>
`;
}

export function profilesPage(view: View): Html {
  const { say } = view;
  return layout(
    `${say('profiles.title')} – migraph`,
    html`<h1>${say('profiles.title')}</h1>
<p>${say('profiles.lead')} <a href="/profiles.ttl">Turtle</a>, <a href="/profiles.jsonld">JSON-LD</a>.</p>
<table><caption>${say('profiles.caption')}</caption><thead><tr><th scope="col">${say('profiles.name')}</th><th scope="col">${say('profiles.says')}</th><th scope="col">IRI</th><th scope="col">${say('profiles.made')}</th></tr></thead>
<tbody>${profiles.map((profile) => row(view, profile))}</tbody></table>`,
    view,
  );
}
