/** Tells where a body that is also a group of countries acts: "financed by the European Union", but "countries of the European Union". */

interface Span {
  readonly start: number;
  readonly end: number;
}

/** "financed by the |", "with funds from the |", "together with the |". */
const agentAhead =
  /\b\p{Ll}+(?:ed|id|un|lt|nt|ld|pt|ut|en|for)\s(?:\p{Ll}+\s){0,2}by\s(?:[^.;:]{3,60}?(?:,|\sand)\s)?(?:the\s)?$|\b(?:funds|funding|money|means|support|help|assistance|aid|grants?|contributions?|loan|resources|budget)\s(?:of|from|by)\s(?:the\s)?$|\b(?:together|jointly)\swith\s(?:the\s)?$/u;
/** "| met the costs", "| pays for it", "| has commissioned". */
const acts =
  /^(?:\s\([^()]{1,12}\))?\s(?:(?:also|has|have|had|jointly|currently|now)\s){0,2}(?:met|meets|bore|bears|covered|financ(?:es|ed)|co-financ(?:es|ed)|fund(?:s|ed)|pa(?:ys|id)|support(?:s|ed)|commission(?:s|ed)|gave|gives|grant(?:s|ed)|sponsor(?:s|ed)|publish(?:es|ed)|launch(?:es|ed)|adopt(?:s|ed)|keeps|maintain(?:s|ed)|compil(?:es|ed)|collect(?:s|ed))\s/u;

export const actsThere = (text: string, { start, end }: Span): boolean =>
  agentAhead.test(text.slice(Math.max(0, start - 100), start)) || acts.test(text.slice(end, end + 60));
