/** Tests organisations by marked-up sentences: known ones, defined ones, head nouns, units, back-references, the first person. */
import { sentences, settled, showOrganisation } from '../recognises.js';

const organisations = settled('organisation', showOrganisation);

describe('organisations: known ones', () => {
  sentences(organisations, [
    'The [ILO|ilo] and the [World Bank|world-bank] met [Eurostat|eurostat].',
    "[UNHCR|unhcr]'s offices and [IOM|iom]’s missions.",
    'The [International Organization for Migration (IOM)|iom] has members.',
    'The [Population Division|undesa-population-division] has tables.',
  ]);
});

describe('organisations: an acronym that the text defines', () => {
  sentences(organisations, [
    'The [Coastal Migration Institute (CMI)|coastal-migration-institute] began; [CMI|coastal-migration-institute] went on.',
    'The [Tidewater Research Council (“TRC”)|tidewater-research-council] began. [TRC|tidewater-research-council] went on.',
    'The [Port Bureau, Kenya (PBK)|port-bureau] began; [PBK|port-bureau] went on.',
    'The [Tidewater Council|tidewater-council], Kenya (see below) began.',
    'The [Ministry of Harbours (MoH)|ministry-of-harbours] and the [MoH|ministry-of-harbours] boats.',
    'The [Tidewater Council (TWC, formerly TWB)|tidewater-council] began.',
    'The [Crew Migration Branch (MIGRA)|crew-migration-branch] began; [MIGRA|crew-migration-branch] went on.',
    'The [QRN (Quay Research Network for Small Ports)|quay-research-network-for-small-ports] began; [QRN|quay-research-network-for-small-ports] went on.',
  ]);
});

describe('organisations: an acronym that tells how far a name goes', () => {
  sentences(organisations, [
    'It is kept by the [Research Centre in Applied Tides for Ports (CREAP)|research-centre-in-applied-tides-for-ports] alone.',
    'The [Department of Tides|department-of-tides] in Kenya (DTK) has it.',
  ]);
});

describe('organisations: head nouns', () => {
  sentences(organisations, [
    'The [Ministry of Labour and Ports|ministry-of-labour-and-ports] has it.',
    'The [National Institute for Tidal Statistics|national-institute-for-tidal-statistics] has it.',
    'The [Central Harbour Office|central-harbour-office] has it.',
    'The [University of Quayside|university-of-quayside] has it.',
    'The [Ministry of Labour, Ports and Docks|ministry-of-labour-ports-and-docks] has it.',
    'In 2004 the [Dock Workers Federation|dock-workers-federation] left.',
    'The [Institute of Tidal Policy and Administration|institute-of-tidal-policy-and-administration] has it.',
    "The [Institut Tidal d'Afrique|institut-tidal-dafrique] has it.",
    'The [Commissariat for Quays|commissariat-for-quays] with the [Dock Board|dock-board] has it.',
    'The [Department of Docks, Planning and Local Government|department-of-docks-planning-and-local-government] has it.',
    'The [Ministry of Government|ministry-of-government] has it.',
    'The [Information and Tide Division|information-and-tide-division] has it; information and the [Tide Division|tide-division] differ.',
    'The [Undersecretariat of Docks|undersecretariat-of-docks] has it.',
    'The [Pacific Liaison and Quay Office|pacific-liaison-and-quay-office] has it.',
  ]);
});

describe('organisations: with the whole name of a country', () => {
  sentences(organisations, [
    'The [Ministry of Quays of the Socialist Republic of Viet Nam|ministry-of-quays-of-the-socialist-republic-of-viet-nam] has it; the [Ministry of Quays|ministry-of-quays-of-the-socialist-republic-of-viet-nam] does.',
    'The [Ministry of Quays, Rafts and Docks of the Socialist Republic of Viet Nam|ministry-of-quays-rafts-and-docks-of-the-socialist-republic-of-viet-nam] has it.',
    "The [Ministry of Quays of the Lao People's Democratic Republic|ministry-of-quays-of-the-lao-peoples-democratic-republic] has it.",
    'The [Bureau of Statistics of the Plurinational State of Bolivia|bureau-of-statistics-of-the-plurinational-state-of-bolivia] has it.',
    'The [Bureau of Statistics|bureau-of-statistics] has it; the [Bureau of Statistics of Guyana|bureau-of-statistics-guyana] does not.',
  ]);
});

describe('organisations: units', () => {
  sentences(organisations, [
    "[IOM|iom]'s [Dock Research Department|iom > dock-research-department] has it.",
    'The [Dock Research Department|iom > dock-research-department] of the [IOM|iom] has it.',
    '[Central Harbour Office|central-harbour-office], [Tide Section|central-harbour-office > tide-section]',
    'The [Tide Section|central-harbour-office > tide-section] in the [Central Harbour Office|central-harbour-office] has it.',
    '[IOM|iom], [Regional Office for Quay States|iom > regional-office-for-quay-states]',
    'The [Institute of Tides|tidal-academy > institute-of-tides] of the [Tidal Academy|tidal-academy] has it.',
    'The [Tide Team|centre-for-quays > tide-team] of the [Centre for Quays|centre-for-quays] has it.',
  ]);
});

describe('organisations: in a row', () => {
  sentences(organisations, [
    'The [Central Harbour Office|central-harbour-office], the [Tidewater Institute|tidewater-institute] and the [Dock Board|dock-board] met.',
    'The [Tidewater Institute (TWI)|tidewater-institute] and the [Dock Board (DB)|dock-board] met.',
    'The [Tidewater Institute|tidewater-institute] and [Dock Board|dock-board] met.',
    'The [ILO|ilo], [IOM|iom] and the [Dock Board|dock-board] met.',
    'The [University of Quayside|university-of-quayside] and [National Bank of Tides|national-bank-of-tides] met.',
  ]);
});

describe('organisations: who is meant by a noun alone', () => {
  sentences(organisations, [
    'The [World Bank|world-bank] lends. [The Bank|world-bank] also counts.',
    'The [Tidewater Institute|tidewater-institute] counts. [The Institute|tidewater-institute] also lends.',
    'The [Dock Board|dock-board] counts. [The Board|dock-board] also lends.',
    'The [Dock Institute|dock-institute] counts. The [Tidewater Institute|tidewater-institute] lends. [The Institute|tidewater-institute] went on.',
  ]);
});

describe('organisations: the first person', () => {
  sentences(organisations, [
    '[We|quayside-data-archive] are the [Quayside Data Archive|quayside-data-archive] ([QDA|quayside-data-archive]). [We|quayside-data-archive] keep files; [our|quayside-data-archive] staff is small.',
  ]);
});

describe('organisations: for several matters', () => {
  sentences(organisations, [
    'The [Agency for Boats, Ports and Docks|agency-for-boats-ports-and-docks] has it.',
    'The [Authority for Rafts, Crews and Quay Safety (ARCQ)|authority-for-rafts-crews-and-quay-safety] has it.',
    'The [Institute of Rafts, Tides and Crews (IRTC)|institute-of-rafts-tides-and-crews] has it.',
    'The [Agency for Boats|agency-for-boats], the [ILO|ilo] and [IOM|iom] met.',
    'The [Agency for Boats|agency-for-boats], Kenya and Uganda met.',
    'The [Agency for Boats|agency-for-boats], [Dock Board|dock-board] and [Tidewater Institute|tidewater-institute] met.',
  ]);
});

describe('organisations: by their name without the country', () => {
  sentences(organisations, [
    'The [Reserve Fund of Chad|reserve-fund-of-chad] began; the [Reserve Fund|reserve-fund-of-chad] went on.',
    'The [Dock Bureau of Boats of Togo|dock-bureau-of-boats-of-togo] began; the [Dock Bureau of Boats|dock-bureau-of-boats-of-togo] went on.',
    'The [Reserve Fund of Chad|reserve-fund-of-chad] and the [Reserve Fund of Togo|reserve-fund-of-togo] began; the [Reserve Fund|reserve-fund] went on.',
    'The [Reserve Fund of Crews|reserve-fund-of-crews] began; the [Reserve Fund|reserve-fund] went on.',
  ]);
});

describe('organisations: whose a part is', () => {
  sentences(organisations, [
    'The [Unidad de Muelles|dock-board > unidad-de-muelles] of the [Dock Board|dock-board] has it.',
    "The [Unidad de Muelles|dock-ministry > unidad-de-muelles] of Mexico's [Dock Ministry|dock-ministry] has it.",
    'The [Secretariat for Rafts|tidewater-union > secretariat-for-rafts], an organ of the [Tidewater Union|tidewater-union], has it.',
    'The [Dock Board|dock-board] has crews, interviewed in 2010 by its [Crew Programme|crew-programme].',
    'The [Dock Ministry of Chad|dock-ministry-of-chad] and the [Port Observatory|port-observatory] have it.',
  ]);
});

describe('organisations: by the acronym of their own language', () => {
  sentences(organisations, [
    'The [Borders and Docks Service (KAJ)|borders-and-docks-service] began; the [KAJ|borders-and-docks-service] went on.',
    'The [Dock Board (KAI)|dock-board] has a survey of crews.',
    'The fees of the [Dock Board|dock-board] (USD) are high this year.',
    'The files of the [Dock Board|dock-board] (CSV) are small ones.',
    'The tables of the [Dock Board|dock-board] ([ILO|ilo]) are small ones.',
  ]);
});

describe('organisations: told by what the words beside them say', () => {
  sentences(organisations, [
    'The survey was paid for by [QUAYCYT|quaycyt].',
    'It has a file of contracts concluded by the recruiting agency [TIBA|tiba] for work.',
    "Support to the coast's pilot service, [SENAPORT|senaport], is planned.",
    'Positions are shared with [Kindly Sailors|kindly-sailors], a non-governmental organization.',
    'It is carried out with [Réseau Marin|reseau-marin], a network of pilots.',
    'It was launched by the [Dock Board|dock-board] together with [Polaria|polaria] and [Rafts Shared|rafts-shared].',
    'It is hosted by the [Dock Board|dock-board], Saltham.',
    'It used funds of the [Tidal Development Cooperation|tidal-development-cooperation].',
  ]);
});

describe('organisations: a group of countries that acts', () => {
  sentences(organisations, [
    'The rounds are paid for by the [European Union|european-union].',
    'It was funded by [UNFPA|unfpa] and the [European Union|european-union].',
    'The [European Union|european-union] met the costs.',
    'It was made with funds from the [European Union|european-union].',
  ]);
});

describe('organisations: names with commas in them', () => {
  sentences(organisations, [
    'It comes from the [Ministry of Labour, Human Resource Development and Training|ministry-of-labour-human-resource-development-and-training].',
    'It was joined by the [Organisation of Northern, Coastal and Tidal States|organisation-of-northern-coastal-and-tidal-states].',
    'The [Département des quais, des études et de la documentation (DQED)|departement-des-quais-des-etudes-et-de-la-documentation] has it.',
  ]);
});

describe('organisations: a name behind words that may point back', () => {
  sentences(organisations, [
    'It was built by the [Organization for Security and Co-operation in Europe (OSCE)|osce].',
    'It is checked against the [Population Division|undesa-population-division] of the [United Nations Department of Economic and Social Affairs|undesa].',
  ]);
});

describe('organisations: by what stands beside them', () => {
  sentences(organisations, [
    '[Afrometer|afrometer], a network of survey teams, asked about boats.',
    'It was done for the [Office of Island Affairs|u-s-department-of-the-harbour > office-of-island-affairs] of the [U.S. Department of the Harbour|u-s-department-of-the-harbour].',
    'The report was drawn up by the [Harbour Working Group on Ports and Crews|harbour-working-group-on-ports-and-crews].',
    'It was sent to the Working Group on Crews.',
    'The [Regional Bureau for Ports in Asia and the Pacific|regional-bureau-for-ports-in-asia-and-the-pacific] keeps it.',
  ]);
});

describe('organisations: panels of persons, names in two languages, longer names than the known ones', () => {
  sentences(organisations, [
    'The [High-level Panel on Crews|high-level-panel-on-crews] met; the [High-level Panel|high-level-panel-on-crews] agreed.',
    'The Crew Panel was interviewed.',
    'The [National Bank of Chad|national-bank-of-chad] began. The [National Bank|national-bank-of-chad] ([Banque nationale|national-bank-of-chad], BN) went on.',
    'The [QRS Bureau of Statistics|qrs-bureau-of-statistics] has tables.',
    'The [New Zealand Crew Authority|new-zealand-crew-authority] has tables.',
  ]);
});
