/** Reads how far apart the years of a range are: "at five-year intervals from 1990 to 2020", "every ten years from 1970 to 2010". */
const words = new Map([
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['ten', 10],
]);
// What is asked every year or two is a stretch to anybody.
const apart = `${[...words.keys()].join('|')}|[3-5]|10`;
const ahead = new RegExp(
  String.raw`\b(?:(?:at|in)\s(?<adjective>${apart})-year(?:ly)?\sintervals|every\s(?<noun>${apart})\syears)\s(?:from\s|between\s)?$`,
);
const behind = new RegExp(
  String.raw`^,?\s(?:at|in)\s(?:(?<adjective>${apart})-year(?:ly)?\sintervals|(?:intervals|steps)\sof\s(?<noun>${apart})\syears)\b`,
);

/** How many years lie between two of a range from `start` to `end`; undefined where nothing is said of it. */
export function yearsApart(text: string, start: number, end: number): number | undefined {
  const groups =
    ahead.exec(text.slice(Math.max(0, start - 40), start))?.groups ?? behind.exec(text.slice(end, end + 40))?.groups;
  const word = groups?.['adjective'] ?? groups?.['noun'];
  return word === undefined ? undefined : (words.get(word) ?? Number(word));
}
