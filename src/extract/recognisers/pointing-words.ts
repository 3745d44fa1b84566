/** The words by which a text points at somebody it has named, or at its own author; for patterns, alternatives. */

/** "the Bank": the noun of a name in its capital. */
export const names =
  'Office|Bank|Fund|Agency|Organi[sz]ation|Institute|Commission|Division|Department|Bureau|Ministry|Centre|Center|Council|Programme|Secretariat|Authority|University|Committee|Network|Foundation|Directorate|Observatory|Unit|Archive|Board|Association|Federation|Institution|Consortium|Section|Branch|Community';

/** "the secretariat": a common noun. */
export const commonNouns =
  'secretariat|institute|centre|center|lab|laboratory|ministry|bank|office|bureau|agency|department|university|organi[sz]ation|commission|council|foundation|network|consortium|observatory|programme|team|unit|division|association|archive';

/** All nouns that may point back. */
export const pointerWords: readonly string[] = `${names}|${commonNouns}`
  .replaceAll(/(\w+)\[sz\](\w+)/g, '$1s$2|$1z$2')
  .toLowerCase()
  .split('|');

/** What a text says of its own author. */
export const firstPersonWords: readonly string[] = 'we us our ourselves'.split(' ');
