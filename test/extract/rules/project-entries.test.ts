/** Tests entries under a heading of projects, and what stands there and names none. */
import { names } from '../reads.js';

const under = (heading: string, text: string): string => `Dock Board\n\n# ${heading}\n\n${text}\n`;

describe('entries under a heading of projects', () => {
  const finds = (text: string, ...things: string[]): void => {
    it(text, () => names(under('Projects', text), things));
  };
  finds('Two Quays. Where the sailors of Kenya live. Completed in 2017.', 'Project Two Quays');
  finds('DOCK CARE (2019-2022). Live-in stewards from Kenya in Togo.', 'Project DOCK CARE');
  finds('Back to Shore? Return intentions of sailors from Chad, 2020-2023.', 'Project Back to Shore?');
  finds('*Back to the Pier* examines how sailors of Kenya take up farming.', 'Project Back to the Pier');
  finds('- Pilot on linking crew lists, run by the Dock Board in 2016.', 'Project Pilot on linking crew lists');
  finds('- Ports without Papers: how stowaways of Togo fare.', 'Project Ports without Papers');
  it('among surveys', () =>
    names(under('Surveys and projects', '**Two Quays.** A project about sailors of Kenya.'), ['Project Two Quays']));
});

describe('entries under a heading of projects: none', () => {
  const nothing = (text: string): void => {
    it(text, () => names(under('Projects', text), []));
  };
  nothing('All of them were paid for by donors. None has ended.');
  nothing('In Kenya, sailors were asked. In Togo they were not.');
  nothing('We are glad of help, and of boats.');
  nothing('Funding: donors, from 2016.');
  it('another heading', () => names(under('Offices', 'Two Quays. Where the sailors of Kenya live.'), []));
});
