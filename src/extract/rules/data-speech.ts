/** Tells whether a sentence speaks of what data hold, rather than of who paid for them or where they were shown. */

/** Words for data, for gathering them and for what they do. */
const dataWords =
  /\b(?:data|database|register|registry|dataset|statistics|covers?|covered|covering|coverage|records?|recorded|recording|collects?|collected|estimates?|series|census(?:es)?|surveys?|figures|numbers for|available|interview\w*|enumerated|entered|reports|reported|reporting|respondents|sample|observations|microdata|time series|reference (?:period|years?)|questionnaires|rounds?|waves?|implemented|piloted|fielded|conducted|answered|replied|responded|participat\w+|contribut\w+|take part|joined|holds?|held|modules?|tables?|extracts|followed in|contains?|includes?|comprises?|shows?|gives?|takes in|counts|counted|counting|lists|names|registered|observed|measures|ask(?:s|ed)|starts?|exists? for|(?:runs?|ran) from|complete (?:for|from|since|until|to|up to)|included (?:since|from|until)|begins? (?:with|in)|goes back|spoke (?:with|to)|spans?|ongoing|noted|tracks?|tracked|follow(?:s|ed)|traces?|traced|monitors?|monitored|(?:visited|interviewed|called|contacted|asked|seen) again|tabulat\w+|appears? (?:both )?as|answers|seasons?|profiles|(?:daily|weekly|monthly|quarterly|annual|yearly) (?:files|totals|tables)|coded|(?:computeri[sz]ed|digiti[sz]ed|keyed) for|shown (?:separately|apart|individually)|questioned|distinguished|(?:men|women|them|others|most|rest) (?:was|were) born)\b/i;
/** What data are of: people in some state, moves, and papers that stand for them. */
const units =
  /\b(?:adults|persons|migrants|emigrants|immigrants|returnees|departures|arrivals|deaths|entries|exits|crossings|clearances|contracts|permits|visas|applications|admissions|registrations|moves|movements|flows|inflows|outflows|stocks?|remittances|receipts|transfers|workers|nationals|citizens|refugees|residents|births|enrolments?|detections|incidents|people|travellers|passengers|families|trainees|graduates|traders|trips|journeys|markets|destinations?|origins?|nationalities|corridors|households)\b/i;
const finiteVerb =
  /\b(?:is|are|was|were|has|have|had|will|can|may|must|shall|should|could|would|does|do|did)\b|(?<![\p{L}])\p{Ll}{3,}(?:ed|ises|izes|ains|ides|ishes|ects|iles|ers|ows|ets|akes|ives|ounds|uns|orts|aches)\b/u;
/** "Monthly stocks by governorate, 2011 to date.": a sentence without a verb lists what there is. */
const isFragment = (text: string): boolean => !finiteVerb.test(text);

export const speaksOfData = (text: string): boolean => dataWords.test(text) || units.test(text) || isFragment(text);
