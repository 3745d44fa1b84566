/** Tests what stands beneath an item: details of the data that it names, or data of the body that it names; and sheets of labels and values. */
import { names, reads, tells } from '../reads.js';

describe('items beneath an item', () => {
  const item = (...details: readonly string[]): string =>
    ['C.1  IOM', '', ' ● Raft Profiling Survey', ...details.map((detail) => `     - ${detail}`), ''].join('\n');
  tells(item('two rounds: 2018, 2020', 'returned from: Chad; Togo'), 'Dataset Raft Profiling Survey', {
    period: ['2018', '2020'],
    country: ['TCD', 'TGO'],
  });
  tells(item('fiscal years 2008/09 to 2019/20', 'joint with the World Bank'), 'Dataset Raft Profiling Survey', {
    owner: ['IOM', 'World Bank'],
  });
  it('another item is another thing', () =>
    reads(`${item('two rounds: 2018, 2020')} ● Mole Register\n     - 2004 to 2009\n`, 'Dataset Raft Profiling Survey', {
      period: ['2018', '2020'],
    }));
  tells(
    'C.1  IOM\n\n ● Flow Watching at Border Points\n     - since June 2020, weekly\n',
    'Dataset Flow Watching at Border Points',
    { owner: ['IOM'], period: ['2020-'] },
  );
  it('without years beneath it an item may be anything', () =>
    names('C.1  IOM\n\n ● Flow Watching at Border Points\n     - with much care\n', []));
});

describe('items beneath a body', () => {
  const list =
    'Sources outside:\n\n● Dock Board\n    - Raft Panel Survey, 2014 and 2017\n● Port Council\n    - Mole Register, 2004\n';
  tells(list, 'Dataset Raft Panel Survey', { owner: ['Dock Board'] });
  tells(list, 'Dataset Mole Register', { owner: ['Port Council'] });
});

describe('a sheet whose values are set apart by white space', () => {
  const sheet = [
    '2.  SOURCES',
    '2.a Preferred source     Receiving Households Raft Survey (RHRS)',
    '    Conducted by         Dock Board with Port Council',
    '    Round I, 2015        Chad, Togo',
    '    Round II, 2018       Chad, Benin',
    '    Remark               Mali was to have been in III.',
    '2.b Second choice        Postal Raft Panel',
    '    Owner                Quay Institute',
    '    Reference period     end of year, 2009–2021',
    '    Countries reporting  Morocco, Tunisia',
    '',
  ].join('\n');
  tells(sheet, 'Dataset Receiving Households Raft Survey', {
    owner: ['Dock Board', 'Port Council'],
    period: ['2015', '2018'],
    country: ['TCD', 'TGO', 'BEN'],
  });
  tells(sheet, 'Dataset Postal Raft Panel', {
    owner: ['Quay Institute'],
    period: ['2009-2021'],
    country: ['MAR', 'TUN'],
  });
});

describe('a column of states', () => {
  tells(
    'No.\tMember State\tHolder\tSource\tReference years\n1\tTogo\tDock Board\tRaft Permits Database\t1997–2017\n2\tChad\tPort Council\tMole Register\t2004, 2009\n3\tMali\tQuay Institute\tCrew Survey\t2010\n',
    'Dataset Raft Permits Database',
    { owner: ['Dock Board'], country: ['TGO'], period: ['1997-2017'] },
  );
});

describe('what only tables are called', () => {
  tells(
    'The Dock Board publishes *Deployment by Destination and Skill*. It covers 1984 to 2016.',
    'Dataset Deployment by Destination and Skill',
    {
      period: ['1984-2016'],
    },
  );
  it('a study by somebody is none', () =>
    names('The Dock Board published *Crews at Sea by Night* in 2004.', ['Publication Crews at Sea by Night']));
});

describe('what has ended, and what has not', () => {
  tells(
    'The Dock Board keeps the Raft Register. Data entry for the Raft Register was closed in January 2012.',
    'Dataset Raft Register',
    { status: [] },
  );
  tells(
    'The Dock Board has a Raft Module, which was attached to a survey in 2009 and has now been discontinued.',
    'Dataset Raft Module',
    {
      status: ['discontinued'],
    },
  );
});
