/** The words that head sections and fields of any text: a label made of nothing else names no thing. */

const words = (list: string): readonly string[] => list.split(/\s+/);

/** What a label speaks of: "Data availability and disaggregation", "Comparability – over time", "Terms of use". */
const ofSections: ReadonlySet<string> = new Set([
  ...words(`data metadata datasets information definition definitions concept concepts classification classifications
    description descriptions descriptive source sources availability disaggregation breakdown collection method methods
    methodology methodological coverage scope quality assurance comparability coherence documentation reference
    references contact contacts provider providers compiler compilers reporter reporters release calendar access
    accessibility accessing clarity dissemination format formats publication publications revision revisions policy
    process processes processing compilation validation adjustment frequency timeliness punctuality accuracy reliability relevance rationale
    limitations limitation comment comments note notes remark remarks considerations consideration presentation unit
    units measure measurement period time series geographical geographic spatial area mandate institutional
    confidentiality cost burden management update updates updated content contents overview background introduction
    summary result results file files folder folders licence license licences citation citing cite use uses usage user
    users terms conditions history change changes changelog structure variable variables sampling sample questionnaire
    questionnaires fieldwork weighting weights imputation table tables statistics statistical estimates estimation
    general further related additional main key technical level purpose purposes objective objectives aim aims
    organisation organization responsible custodian status type kind legal acts sharing holdings list outputs resources links download downloads acknowledgement
    acknowledgements funding partners standards deviation sector indicator indicators goal target targets
    treatment missing values discrepancies dates date keywords topics topic subject subjects language
    numerator denominator global national sdg custodians tier proxy concepts
    specimen example examples help support search home menu archive surveys registers
    databases censuses records collections projects events meetings programmes research activities releases`),
]);

/** Words that may stand between them. */
const little: ReadonlySet<string> = new Set(
  words(
    'and or of the a an on for to from in by with our its their we it is are not here other this these over per vs at',
  ),
);

const question =
  /^(?:what|how|where|who|whose|whom|when|why|which|whether|about|getting|using|obtaining|do|does|is|are|can)\b/i;
/** "Prepared by the Board", "Updated on Friday": what was done with the text. */
const done =
  /^(?:prepared|compiled|maintained|produced|published|edited|funded|financed|submitted|written|updated|created|hosted|provided|supplied|presented|translated|drafted|adapted|collected|issued|deposited|curated|printed|sponsored|supported|signed|approved|adopted|exported|generated|downloaded|modified|revised|last\s\p{Ll}+)\s(?:by|for|with|on|in|from|at|under|to)\b/iu;

/** "Home › Statistics › Migration": where a page stands. */
const trail = /\s[›»>]\s/;

/** Whether a label says only what stands beneath or behind it. */
export function isSectionLabel(label: string): boolean {
  if (question.test(label) || done.test(label) || trail.test(label)) return true;
  const all = label.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return all.length > 0 && all.every((word) => ofSections.has(word) || little.has(word));
}
