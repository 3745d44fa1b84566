/** Tests projects that carry no name: pilots by what they try out. */
import { names, reads } from '../reads.js';

describe('projects: pilots', () => {
  const tried = (text: string, label: string): void => {
    it(text, () => reads(text, `Project ${label}`, {}));
  };
  tried(
    'In May 2022 the Dock Board began a pilot on the linkage of rafts to permits.',
    'pilot on the linkage of rafts to permits',
  );
  tried('The ILO ran a pilot of a crew panel in Kenya in 2015.', 'pilot of a crew panel in Kenya');
  tried(
    'Since 2019 there has been a pilot on counting ferries, which the Dock Board leads.',
    'pilot on counting ferries',
  );
  for (const text of [
    'The ship took on a pilot of great skill in Lima in 2004.',
    'A pilot of the port boarded on 3 May 2004.',
    'The pilot on duty slept.',
    'In 2004 a pilot was foreseen and dropped.',
  ])
    it(`none: ${text}`, () => names(text, []));
});
