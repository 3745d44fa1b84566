/** Finds a body's name in its own language, in brackets behind the one in this: "National Bank (Banque nationale, BN)". */
import type { Mention } from '../mention.js';

type Found = Mention<'organisation'>;

/** A word that a name in English has not: a body's noun in another language, or a little word of it. */
const foreign =
  /(?<![\p{L}])(?:Oficina|Instituto|Institut|Dirección|Direction|Ministerio|Ministère|Ministério|Ministero|Banco|Banque|Banca|Servicio|Agence|Agencia|Agenzia|Conseil|Consejo|Departamento|Département|Secretaría|Direção|Istituto|Comisión|Centro|Observatorio|Observatoire|Haut-Commissariat|Statistisches|Bundesamt|Universidad|Université|Universidade|Fundación|Fondation|Caisse|Junta|Corporación|Kementerian|Urząd|de|del|des|du|la|für|und|da|do|nationale?|nacional|général|statistique|statistik)(?![\p{L}])/u;

/** The second of two names that stand like this is another name of the first. */
function isTranslation(text: string, first: Found, second: Found): boolean {
  const gap = text.slice(first.end, second.start);
  const behind = text.slice(second.end, second.end + 16);
  return (
    /^\s\((?:[Tt]he\s)?$/.test(gap) &&
    /^(?:,\s[\p{Lu}\d-]{2,12})?\)/u.test(behind) &&
    foreign.test(text.slice(second.start, second.end)) &&
    !foreign.test(text.slice(first.start, first.end))
  );
}

/** Makes both mentions mean one body: the one that is known, else the first. */
export function joinTranslations(text: string, mentions: readonly Found[]): Found[] {
  const meant = new Map<Found, Found['value']>();
  mentions.forEach((first, n) => {
    const second = mentions[n + 1];
    if (second === undefined || !isTranslation(text, first, second)) return;
    const known = first.value.entry === undefined && second.value.entry !== undefined ? second.value : first.value;
    meant.set(first, known);
    meant.set(second, known);
  });
  return meant.size === 0
    ? [...mentions]
    : mentions.map((mention) => ({ ...mention, value: meant.get(mention) ?? mention.value }));
}
