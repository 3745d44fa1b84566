/** The plain page of any thing: its statements, and what leads to it. */
import { citationFormats } from '../../formats.js';
import type { NamedNode } from '../../rdf.js';
import type { Binding } from '../../serialise/results.js';
import { dcat, mig, prefixes, schema } from '../../vocabularies.js';
import type { Asking } from '../asking.js';
import { type Html, html } from '../html.js';
import { aboutPath, localPath } from '../local-path.js';
import { mostRows, readRows } from '../read-rows.js';
import type { Services } from '../services.js';
import { plainView, type View } from '../view/view.js';
import { dataBlock } from './data-block.js';
import { layout } from './layout.js';
import { showNote } from './note.js';
import { showOrigin } from './origin.js';
import { linkTo, shortName, showTerm } from './term.js';

const names = ['skos:prefLabel', 'rdfs:label', 'dct:title', 'foaf:name'];

/** Things that are cited. */
const citedClasses: ReadonlySet<string> = new Set([dcat.Dataset.value, mig.Publication.value]);

/** A caption that says where not all is shown. */
const captionFor = (caption: string, rows: readonly Binding[]): string =>
  rows.length < mostRows ? caption : `${caption} (the first ${mostRows})`;

/** A list item for each value, under its property; of several labels of one value the English or first. */
function table(base: string, rows: readonly Binding[], caption: string): Html {
  const properties = new Map<string, Map<string, Html>>();
  for (const row of rows) {
    const [property, value] = [row.get('property'), row.get('value')];
    if (property === undefined || value === undefined) continue;
    const values = properties.get(property.value) ?? new Map<string, Html>();
    const label = row.get('label');
    const shown = showTerm(base, value, label?.value);
    const key = value.termType === 'Literal' ? shown.text : value.value;
    if (!values.has(key) || (label?.termType === 'Literal' && label.language === 'en')) values.set(key, shown);
    properties.set(property.value, values);
  }
  const lines = [...properties].map(
    ([property, values]) => html`<tr><th scope="row">${linkTo(base, property)}</th>
<td><ul>${[...values.values()].map((value) => html`<li>${value}</li>`)}</ul></td></tr>
`,
  );
  return html`<table><caption>${caption}</caption><tbody>${lines}</tbody></table>`;
}

/** What to call the thing: its English or first name. */
function titleOf(base: string, thing: NamedNode, rows: readonly Binding[]): string {
  for (const name of names) {
    const named = rows.filter((row) => shortName(base, row.get('property')?.value ?? '') === name);
    const values = named.flatMap((row) => row.get('value') ?? []);
    const best = values.find((value) => value.termType === 'Literal' && value.language === 'en') ?? values[0];
    if (best !== undefined) return best.value;
  }
  return shortName(base, thing.value);
}

/** How an owner was found, in words. */
const words = (attribution: string): string => (attribution === 'heading' ? 'by the heading' : attribution);

/** The sentences the statements stand in, each with what it states and how the owner was found. */
function evidence(base: string, rows: readonly Binding[]): Html | undefined {
  const passages = new Map<string, { quote: string; properties: Set<string>; attributions: Set<string> }>();
  for (const row of rows) {
    const passage = row.get('passage')?.value ?? '';
    const entry = passages.get(passage) ?? {
      quote: row.get('quote')?.value ?? '',
      properties: new Set(),
      attributions: new Set(),
    };
    entry.properties.add(shortName(base, row.get('property')?.value ?? ''));
    entry.attributions.add(
      shortName(base, row.get('attribution')?.value ?? '')
        .replace(/^mig:/, '')
        .toLowerCase(),
    );
    passages.set(passage, entry);
  }
  if (passages.size === 0) return undefined;
  const items = [...passages].map(
    ([iri, { quote, properties, attributions }]) =>
      html`<li><blockquote cite="${iri}">${quote}</blockquote><p>states ${[...properties].join(', ')}; owner ${[...attributions].map(words).join(', ')} – <a href="${localPath(base, iri) ?? iri}">in the note</a></p></li>`,
  );
  return html`<h2>The sentences it rests on</h2><ol class="evidence">${items}</ol>`;
}

/** The thing's statements in other formats, by the extension of ours or the parameter of others. */
function formatLinks(base: string, thing: NamedNode, isNote: boolean): Html {
  const path = localPath(base, thing.value) ?? '';
  const isOurs = thing.value.startsWith(base);
  const formats = [
    ['ttl', 'Turtle'],
    ['jsonld', 'JSON-LD'],
    ['nt', 'N-Triples'],
    ['rdf', 'RDF/XML'],
  ] as const;
  const links = formats.map(([extension, name], n) => {
    const address = isOurs ? `${path}.${extension}` : `${aboutPath(thing.value)}&format=${extension}`;
    return html`${n === 0 ? '' : ', '}<a href="${address}">${name}</a>`;
  });
  return html`<p>As ${isNote ? html`<a href="${path}.txt">text</a>, ` : undefined}${links}.</p>`;
}

/** Undefined where nothing is said of the thing. */
export async function entityPage(
  services: Services,
  thing: NamedNode,
  asking: Asking,
  view: View = plainView(),
): Promise<Html | undefined> {
  const { base } = services.config;
  const options = { ...asking, bindings: { thing } };
  const rows = await readRows(services, 'pages/statements', options);
  if (rows.length === 0) return undefined;
  const mentions = await readRows(services, 'pages/mentions', options);
  const quotes = await readRows(services, 'pages/evidence', options);
  const origins = await readRows(services, 'pages/origin', options);
  const types = new Set(rows.flatMap((row) => row.get('value')?.value ?? []));
  const isNote = types.has(`${prefixes.mig}Note`);
  const isDataset = types.has(`${prefixes.dcat}Dataset`);
  const data =
    isDataset || types.has(`${prefixes.dcat}Catalog`)
      ? await dataBlock(services, isDataset ? thing : undefined, asking)
      : undefined;
  const path = localPath(base, thing.value) ?? '';
  const isCited = thing.value.startsWith(base) && [...types].some((type) => citedClasses.has(type));
  const title = titleOf(base, thing, rows);
  // The text of a note is shown as what it is.
  const facts = rows.filter((row) => row.get('property')?.value !== schema.text.value);
  return layout(
    `${title} – migraph`,
    html`<h1>${title}</h1>
<p>${thing.value.startsWith(base) ? html`<code>${thing.value}</code>` : linkTo(base, thing.value)}</p>
${formatLinks(base, thing, isNote)}
${showOrigin(base, origins)}
${isCited ? html`<p>To cite it: ${citationFormats.map(({ extension, title }) => html`<a href="${path}.${extension}">${title}</a> `)}</p>` : undefined}
${isNote ? await showNote(services, thing, { view, asking }) : undefined}
${table(base, facts, captionFor('What the graph says of it', facts))}
${evidence(base, quotes)}
${mentions.length === 0 ? undefined : table(base, mentions, 'What leads to it (the first 200)')}
${data}`,
    view,
  );
}
