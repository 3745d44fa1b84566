/** The page of the dumps: each file with what it holds, its length and its hash. */
import { holdings, packedName } from '../../export/dump/files.js';
import type { ListedFile, Manifest } from '../../export/dump/manifest.js';
import { type Html, html } from '../html.js';
import { layout } from './layout.js';
import { linkTo } from './term.js';

const units = ['bytes', 'kB', 'MB', 'GB'] as const;

/** To two or three digits. */
function showLength(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${value < 10 && power > 0 ? value.toFixed(1) : Math.round(value)} ${units[power]}`;
}

const showLink = ({ name, byteLength }: ListedFile): Html =>
  html`<a href="/dump/${name}">${name}</a> <small>${showLength(byteLength)}</small>`;

function showRow(file: ListedFile, files: readonly ListedFile[]): Html {
  const packed = files.find(({ packs }) => packs === file.name);
  return html`<tr><th scope="row">${file.title}</th><td>${showLink(file)}</td><td>${packed && showLink(packed)}</td><td><code>${file.sha256}</code></td></tr>
`;
}

function showFiles({ files }: Manifest, holds: ListedFile['holds'], caption: string): Html {
  const shown = files.filter((file) => file.holds === holds && file.packs === undefined);
  return html`<table><caption>${caption}</caption>
<thead><tr><th scope="col">What</th><th scope="col">File</th><th scope="col">Packed</th><th scope="col">SHA-256</th></tr></thead>
<tbody>${shown.map((file) => showRow(file, files))}</tbody></table>`;
}

const showHash = ({ rdfc10 }: Manifest): Html =>
  'sha256' in rdfc10
    ? html`<code>${rdfc10.sha256}</code> (SHA-256 of its canonical N-Quads by <a href="https://www.w3.org/TR/rdf-canon/">RDFC-1.0</a>, which are those of <code>graph.nq</code>)`
    : html`none: ${rdfc10.none}`;

export function dumpPage(manifest: Manifest, base: string): Html {
  const { licence, modified, quads, triples } = manifest;
  return layout(
    'Dumps – migraph',
    html`<h1>The whole graph, for download</h1>
<p>Everything but what is under review: <b>${triples}</b> triples, <b>${quads}</b> with the names of their graphs. The same graph gives the same bytes; a file can be fetched in parts.</p>
<dl><dt>Licence</dt><dd>${licence === undefined ? 'none is stated' : linkTo(base, licence)}</dd>
<dt>Last changed</dt><dd>${modified ?? 'the graph does not say'}</dd>
<dt>Hash of the graph</dt><dd>${showHash(manifest)}</dd></dl>
${showFiles(manifest, 'dataset', `Graphs: ${holdings.dataset}`)}
${showFiles(manifest, 'union', `Triples: ${holdings.union}`)}
${showFiles(manifest, 'table', 'Tables: CSV in UTF-8, a head line first')}
${showFiles(manifest, 'description', 'What the columns of the tables mean')}
<p>To check what was fetched: <a href="/dump/SHA256SUMS">SHA256SUMS</a>, for <code>sha256sum --check --ignore-missing</code>. This list as <a href="/dump/index.json">JSON</a>, and as DCAT in <a href="/dump/index.ttl">Turtle</a>, <a href="/dump/index.jsonld">JSON-LD</a>, <a href="/dump/index.rdf">RDF/XML</a>. A packed file is <code>${packedName('NAME')}</code>.</p>`,
  );
}
