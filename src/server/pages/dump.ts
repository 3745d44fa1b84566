/** The page of the dumps: each file with what it holds, its length and its hash. */
import { packedName } from '../../export/dump/files.js';
import type { ListedFile, Manifest } from '../../export/dump/manifest.js';
import { type Html, html } from '../html.js';
import type { View } from '../view/view.js';
import { layout } from './layout.js';
import { linkTo } from './term.js';
import { tongueOf } from './tongue.js';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** To two or three digits. */
function showLength({ language }: View, bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  const digits = { maximumFractionDigits: value < 10 && power > 0 ? 1 : 0 };
  return new Intl.NumberFormat(language, { style: 'unit', unit: units[power] ?? 'byte', ...digits }).format(value);
}

const showLink = (view: View, { name, byteLength }: ListedFile): Html =>
  html`<a href="/dump/${name}">${name}</a> <small>${showLength(view, byteLength)}</small>`;

function showRow(view: View, file: ListedFile, files: readonly ListedFile[]): Html {
  const packed = files.find(({ packs }) => packs === file.name);
  return html`<tr><th scope="row"${tongueOf(view, 'en')}>${file.title}</th><td>${showLink(view, file)}</td><td>${packed && showLink(view, packed)}</td><td><code>${file.sha256}</code></td></tr>
`;
}

function showFiles(view: View, { files }: Manifest, holds: ListedFile['holds']): Html {
  const { say } = view;
  const shown = files.filter((file) => file.holds === holds && file.packs === undefined);
  return html`<table><caption>${say(`dump.holds.${holds}`)}</caption>
<thead><tr><th scope="col">${say('dump.what')}</th><th scope="col">${say('dump.file')}</th><th scope="col">${say('dump.packed')}</th><th scope="col">SHA-256</th></tr></thead>
<tbody>${shown.map((file) => showRow(view, file, files))}</tbody></table>`;
}

const showHash = (view: View, { rdfc10 }: Manifest): Html =>
  'sha256' in rdfc10
    ? html`<code>${rdfc10.sha256}</code> (${view.say('dump.canonical')} <a href="https://www.w3.org/TR/rdf-canon/">RDFC-1.0</a>)`
    : html`${view.say('dump.noHash')} <span${tongueOf(view, 'en')}>${rdfc10.none}</span>`;

export function dumpPage(view: View, manifest: Manifest, base: string): Html {
  const { licence, modified, quads, triples } = manifest;
  const { say } = view;
  return layout(
    `${say('dump.title')} – migraph`,
    html`<h1>${say('dump.title')}</h1>
<p>${say('dump.lead', { triples, quads })}</p>
<dl><dt>${say('dump.licence')}</dt><dd>${licence === undefined ? say('dump.noLicence') : linkTo(base, licence)}</dd>
<dt>${say('dump.modified')}</dt><dd>${modified ?? say('dump.unsaid')}</dd>
<dt>${say('dump.hash')}</dt><dd>${showHash(view, manifest)}</dd></dl>
${(['dataset', 'union', 'table', 'description'] as const).map((holds) => showFiles(view, manifest, holds))}
<p>${say('dump.check')} <a href="/dump/SHA256SUMS">SHA256SUMS</a>, <code>sha256sum --check --ignore-missing</code>. ${say('dump.list')} <a href="/dump/index.json">JSON</a>, DCAT: <a href="/dump/index.ttl">Turtle</a>, <a href="/dump/index.jsonld">JSON-LD</a>, <a href="/dump/index.rdf">RDF/XML</a>. ${say('dump.name')} <code>${packedName('NAME')}</code>.</p>`,
    view,
  );
}
