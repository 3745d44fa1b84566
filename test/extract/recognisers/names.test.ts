/** Tests names by their head noun: the value is what the head says, with acronym and year. */
import { sentences, settled } from '../recognises.js';

const names = settled('name', ({ class: kind, acronym, year }) =>
  [kind, acronym, year].filter((part) => part !== undefined).join(' '),
);

describe('names: data', () => {
  sentences(names, [
    'The [Quay Labour Survey (QLS)|dataset QLS] has it.',
    'The [Coastal Population Register|dataset] has it.',
    'The [2011 Population Census|dataset 2011] has it.',
    'The [Population and Housing Census 2011|dataset 2011] has it.',
    'The [Survey of Sailors and Dock Workers|dataset] has it.',
    'The [Tidewater Migration Database|dataset] has it.',
    'The [Quay Household Panel|dataset] was renewed.',
    'The [Quay Labour Survey|dataset] in Kenya has it.',
    'The [Global Dock Data Portal|dataset] has it.',
    'The [Database on Sailors in OECD and non-OECD Ports (DSOP)|dataset DSOP] has it.',
    'The [ILO-QUAY Crew Sample|dataset] has it.',
    'The ILO-UNHCR [Crew Database|dataset] has it.',
    'The [Survey of Crews and in the Gulf of Rafts (SCGR)|dataset SCGR] has it.',
  ]);
});

describe('names: series, projects, events and documents', () => {
  sentences(names, [
    'The [Quay Working Papers|series] appear.',
    'The [Harbour Research Series (HRS)|series HRS] appears.',
    'The [Tidal Statistics Bulletin|series] appears.',
    'The [Harbour Statistical Yearbook|series] appears.',
    'The [Safe Docks Project|project] began.',
    'The [Programme for Migrants at Sea|project] began.',
    'The [Quayside Conference on Ports|event] was held.',
    'The [Expert Group Meeting on Tides|event] was held.',
    'The [Quayside Conference on Ports|event] on 3 May 2005, the [Quayside Forum|event] in June 2006.',
    'The [Harbour Development Report 2004|publication 2004] appeared.',
    'The [Handbook on Dock Statistics|publication] appeared.',
  ]);
});

describe('names: words inside them', () => {
  sentences(names, [
    "The [Survey on Sailors' Living Conditions and Berths|dataset] was late.",
    "The [Sailors' Living Conditions Survey|dataset] was late.",
    'The [Annual Survey of Sailors|dataset] was late.',
    'The [Inquérito às Marés|dataset] was late.',
    'The [Encuesta sobre Puertos en el Norte|dataset] was late.',
    'The [Crew Information Management System|dataset] was late.',
    'They keep the [Harbour Data Finder|dataset].',
  ]);
});

describe('names: one beside the other', () => {
  sentences(names, [
    'The [Quay Register|dataset] and the [Tide Register|dataset] have it.',
    'The [Quay Register|dataset] is made from the [Tide Register|dataset].',
    'It links the [Quay Register|dataset] with the [Survey of Crews|dataset].',
    'The [2011 Census of Crews|dataset 2011] and the [2021 Census|dataset 2021] have it.',
    'The [Register of Births and Deaths|dataset] and the [Crew Survey|dataset] have it.',
    'The [Dock Labour Survey|dataset] and [Crew Register|dataset] have it.',
    'The [Survey of Crews and Programme Participation|dataset] has it.',
    'The [Port Statistics and Crew Database|dataset] has it.',
    'The [Survey of Crews in the Tide Region|dataset] has it.',
    'The [Conference on Rafts and the Census Round|event] met.',
    'The [Survey on Rafts|dataset] and in the [Crew Register|dataset].',
  ]);
});

describe('names: in the words of another language', () => {
  sentences(names, [
    'The [Encuesta a la Gente que Vive en el Muelle|dataset] has it.',
    'The [Inquérito aos Marinheiros no Porto|dataset] has it.',
    'The [Crew Survey|dataset] a la carte has it.',
  ]);
});

describe('names: how far they reach', () => {
  sentences(names, [
    'It reports the [Crew Survey|dataset] of the port.',
    'The [Longitudinal Enquiry into Hopes at Sea|dataset] has it.',
    'The [Crew Survey|dataset] into May has it.',
  ]);
});

describe('names: what somebody maintains', () => {
  sentences(names, ['It has maintained the [Coastal Census Microdata Bank (CCMB)|dataset CCMB] since 2003.']);
});

describe('names: a census by its year', () => {
  sentences(names, [
    'It was asked in [Census 2001|dataset 2001] and in [Census 2011|dataset 2011].',
    'The Census asked for it.',
    'Series on Chad start in 1986.',
  ]);
});
