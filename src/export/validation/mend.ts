/** How what a shape objects to is put right: a few lines of Turtle with gaps, for whoever knows what belongs into them. */
import type { DatasetCore, NamedNode, Term } from '../../rdf.js';
import { writeTerm } from '../../serialise/terms.js';
import type { ValidationResult } from '../../shapes/validate.js';
import { dcat, dct, foaf, prefixes, sh, vcard } from '../../vocabularies.js';

const gap = '"…"@en';
const address = '<https://…>';
const day = '"YYYY-MM-DD"^^xsd:date';

/** What a property's value looks like. */
const byProperty = new Map<string, string>(
  (
    [
      [dct.publisher, `[ a foaf:Agent ; foaf:name ${gap} ]`],
      [dct.creator, `[ a foaf:Agent ; foaf:name ${gap} ]`],
      [dcat.contactPoint, `[ a vcard:Kind ; vcard:fn ${gap} ; vcard:hasEmail <mailto:…> ]`],
      [dcat.distribution, `[ a dcat:Distribution ; dcat:accessURL ${address} ]`],
      [dcat.accessURL, address],
      [dcat.landingPage, address],
      [dct.license, address],
      [dct.spatial, '<http://publications.europa.eu/resource/authority/country/…>'],
      [dct.temporal, `[ a dct:PeriodOfTime ; dcat:startDate ${day} ; dcat:endDate ${day} ]`],
      [dcat.theme, '<http://publications.europa.eu/resource/authority/data-theme/…>'],
      [dct.accrualPeriodicity, '<http://publications.europa.eu/resource/authority/frequency/…>'],
      [dct.issued, day],
      [dct.modified, day],
      [dcat.startDate, day],
      [dcat.endDate, day],
    ] as const
  ).map(([property, value]) => [property.value, value]),
);

/** What a class's things need besides. */
const byClass = new Map<string, string>([
  [foaf.Agent.value, ` ; foaf:name ${gap}`],
  [vcard.Kind.value, ` ; vcard:fn ${gap}`],
  [dcat.Dataset.value, ` ; dct:title ${gap} ; dct:description ${gap}`],
  [dcat.Distribution.value, ` ; dcat:accessURL ${address}`],
]);

const known = Object.entries(prefixes);

/** By its prefix where there is one and the rest is a plain word. */
function shorten(term: Term): string {
  if (term.termType !== 'NamedNode') return writeTerm(term);
  const found = known.find(([, namespace]) => term.value.startsWith(namespace));
  const local = term.value.slice(found?.[1].length ?? 0);
  return found !== undefined && /^[A-Za-z_][\w-]*$/.test(local) ? `${found[0]}:${local}` : writeTerm(term);
}

/** Values of which one is to be kept that are shown. */
const mostValues = 10;

const longest = 200;
const clip = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

const header = (lines: string): string =>
  known
    .filter(([prefix]) => new RegExp(`(?:^|[\\s[^])${prefix}:`, 'm').test(lines))
    .map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .\n`)
    .join('');

function exampleFor(property: NamedNode, shape: Term, shapes: DatasetCore): string {
  const stated = (predicate: NamedNode): Term | undefined =>
    [...shapes.match(shape as NamedNode, predicate)].map(({ object }) => object)[0];
  const known = byProperty.get(property.value);
  if (known !== undefined) return known;
  const [wanted, datatype] = [stated(sh.class), stated(sh.datatype)];
  if (wanted !== undefined) return `[ a ${shorten(wanted)} ]`;
  if (datatype !== undefined) return `"…"^^${shorten(datatype)}`;
  const kind = stated(sh.nodeKind);
  return kind === undefined || kind.equals(sh.Literal) ? gap : address;
}

/** All but the first as comments, for what is right only whoever wrote them knows. */
const keepOne = (focus: string, property: string, values: readonly Term[]): string =>
  [
    '# keep one of these',
    ...values.slice(0, mostValues).map((value, n) => `${n === 0 ? '' : '# '}${focus} ${property} ${shorten(value)} .`),
  ].join('\n');

/** The lines that would mend it, with the prefixes that they use. Undefined where only the message can tell. */
export function mend(
  { focusNode, path, value, shape, component }: ValidationResult,
  shapes: DatasetCore,
  valuesOf: (focus: Term, path: NamedNode) => readonly Term[],
): string | undefined {
  if (path === undefined) return undefined;
  const [focus, property] = [clip(shorten(focusNode)), shorten(path)];
  const example = exampleFor(path, shape, shapes);
  let lines = `${focus} ${property} ${example} .`;
  if (component.equals(sh.MaxCountConstraintComponent)) lines = keepOne(focus, property, valuesOf(focusNode, path));
  else if (component.equals(sh.ClassConstraintComponent) && value !== undefined && value.termType !== 'Literal') {
    const [wanted] = [...shapes.match(shape as NamedNode, sh.class)].map(({ object }) => object);
    if (wanted !== undefined)
      lines = `${clip(shorten(value))} a ${shorten(wanted)}${byClass.get(wanted.value) ?? ''} .`;
  } else if (value !== undefined) lines = `# in the place of ${clip(shorten(value)).replace(/\s+/g, ' ')}\n${lines}`;
  return header(lines) + lines;
}
