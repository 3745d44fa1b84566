/** Tells how far a name goes on in small letters, as French, Spanish and Italian write theirs: "Institut national | de la statistique et des études". */
import type { Token } from '../tokens.js';

/** First words of bodies and of data in these languages. */
const heads = new Set(
  [
    'institut instituto istituto ministère ministerio ministero direction dirección direzione office oficina ufficio agence agencia agenzia',
    'banque banco banca conseil consejo consiglio commission comisión commissione centre centro observatoire observatorio osservatorio',
    'service servicio servizio secrétariat secretaría segreteria département departamento dipartimento caisse caja fonds fondo université',
    'universidad università école escuela laboratoire laboratorio académie academia société sociedad società fondation fundación fondazione',
    'haut-commissariat commissariat comisaría préfecture cellule unité unidad division división bureau délégation delegación superintendencia',
    'subsecretaría coordination coordinación comité association asociación associazione inspection police policía',
    'enquête encuesta indagine recensement censo censimento statistique statistiques estadística estadísticas statistiche registre registro',
    'répertoire panel base suivi étude estudio fichier annuaire anuario annuario bulletin boletín bollettino revue revista rivista cahiers cuadernos quaderni',
  ]
    .join(' ')
    .split(' '),
);
/** Little words that join, and are no English. */
const little =
  /^(?:de|du|des|la|le|les|et|sur|aux|au|à|pour|del|los|las|el|y|e|di|della|dei|delle|degli|dello|sulla|sulle|sui|per|en)$/;
const elided = /^(?:d|l|dell|dall|nell|sull|all)'\p{Ll}/u;
const adjective =
  /^(?:(?:inter)?nationale?s?|internacional(?:es)?|internationaux|nacional(?:es)?|nazional[ei]|centrale?s?|générale?s?|generale?s?|fédérale?s?|federal[ei]?s?|régionale?s?|regional(?:es|[ei])?|supérieure?s?|superior|permanente?s?|provincial(?:es)?|départementale?s?|mensuel(?:le)?s?|annuel(?:le)?s?|trimestriel(?:le)?s?|trimestral(?:es)?|mensual(?:es)?|anual(?:es)?|démographiques?|demográficas?|estadísticos?|statistiques?|migratoires?|sociale?s?|sociaux|étrang[eè]re?s?|extérieure?s?|exterior(?:es)?|migratori[oae]s?)$/;
/** Endings of adjectives that no English word behind a name has. */
const foreignEnding = /(?:aux|iques?|elles?|ières?|aires|euses?|eux|ées?|és|icas?|icos?|ísticas?|ologiche|ali)$/;

/** The last token of the name that goes on behind `last`, whose first word stands at `head`; `last` where it does not. */
export function foreignRun(tokens: readonly Token[], head: number, last: number): number {
  if (!heads.has(tokens[head]?.text.toLowerCase() ?? '')) return last;
  let end = last;
  for (let at = last + 1; at < head + 18; at++) {
    const word = tokens[at];
    if (word === undefined || word.kind !== 'word' || word.capital) break;
    const before = tokens[at - 1];
    const told = adjective.test(word.text) && (at - 1 === end || before?.text === 'et');
    const behindNoun = end === at - 1 && foreignEnding.test(word.text) && word.text.length > 4;
    const content = at - 1 > end && !little.test(word.text) && before !== undefined && little.test(before.text);
    if (elided.test(word.text) || told || behindNoun || content) end = at;
    else if (!little.test(word.text) || at - end > 3) break;
  }
  // "Département des quais, des études et de la documentation": a row of matters is read as a row.
  return tokens[end + 1]?.text === ',' && little.test(tokens[end + 2]?.text ?? '') ? last : end;
}
