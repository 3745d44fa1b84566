/** Tells stretches that name organisations, where they sit, and nothing else: "Crew Division, Dock Board (Lima)". */
import type { Mention } from '../mention.js';

/** What may stand beside organisations where only they are named: what joins them, their acronyms, where they sit. */
const beside =
  /^(?:[\s,;&/()*_–-]|\b(?:and|the|of|with|in|at|jointly|together)\b|\([A-Z][A-Za-z-]{1,11}\)|\(\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){0,2},\s\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){0,2}\))*$/u;

/** Whether a stretch names organisations and their seats, and nothing else. */
export function namesOnly(text: string, from: number, to: number, mentions: readonly Mention[]): boolean {
  let rest = text.slice(from, to);
  let any = false;
  for (const { kind, start, end } of mentions) {
    if ((kind !== 'organisation' && kind !== 'place') || start < from || end > to + 1) continue;
    any ||= kind === 'organisation';
    rest = rest.slice(0, start - from) + ' '.repeat(Math.min(end, to) - start) + rest.slice(Math.min(end, to) - from);
  }
  return any && beside.test(rest);
}
