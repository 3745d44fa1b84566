/** A table that has numbers as a bar chart, drawn without a script; the table beside it says the same. */
import { type Html, html } from '../html.js';
import type { View } from '../view/view.js';
import { type JsonRow, type JsonTerm, numberIn } from './json-row.js';
import { shortName } from './term.js';

/** Bars that can be read: from, to. */
const [fewest, most] = [2, 60];

/** Undefined for what is no number that a bar can show. */
function barIn(term: JsonTerm | undefined): number | undefined {
  const value = numberIn(term);
  return value !== undefined && value >= 0 ? value : undefined;
}

/** Bars begin at zero, so that their lengths can be compared. */
function drawBars(bars: readonly { readonly label: string; readonly value: number }[], title: string): Html {
  const top = Math.max(...bars.map(({ value }) => value), Number.MIN_VALUE);
  const rows = bars.map(({ label, value }, i) => {
    const [name, width] = [label.length > 32 ? `${label.slice(0, 31)}…` : label, ((value / top) * 300).toFixed(1)];
    return html`<text x="0" y="${i * 24 + 16}">${name}<title>${label}</title></text><rect x="260" y="${i * 24 + 4}" width="${width}" height="16"/><text x="${(266 + Number(width)).toFixed(1)}" y="${i * 24 + 16}">${value}</text>\n`;
  });
  return html`<details class="chart"><summary>${title}</summary>
<svg role="img" aria-label="${title}" viewBox="0 0 660 ${bars.length * 24}">
${rows}</svg></details>`;
}

/** Undefined where no column holds numbers throughout, or no other says what they are of. */
export function showChart(
  view: View,
  base: string,
  { variables, rows }: { readonly variables: readonly string[]; readonly rows: readonly JsonRow[] },
): Html | undefined {
  if (rows.length < fewest || rows.length > most) return undefined;
  const isNumbers = (name: string): boolean => rows.every((row) => barIn(row[name]) !== undefined);
  const numbers = variables.filter(isNumbers).at(-1);
  const others = variables.filter((name) => !isNumbers(name) && rows.every((row) => row[name] !== undefined));
  const labels = others.find((name) => rows.every((row) => row[name]?.type === 'literal')) ?? others[0];
  if (numbers === undefined || labels === undefined) return undefined;
  const bars = rows.map((row) => {
    const term = row[labels];
    const text = typeof term?.value === 'string' ? term.value : JSON.stringify(term?.value);
    return { label: term?.type === 'uri' ? shortName(base, text) : text, value: barIn(row[numbers]) ?? 0 };
  });
  return drawBars(bars, view.say('query.chart', { numbers, labels }));
}
