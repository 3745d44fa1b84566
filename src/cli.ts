#!/usr/bin/env node
/** The command line: the only place where the parts are joined. */

import { Command, InvalidArgumentError, Option } from 'commander';
import { tellFailure } from './cli/failure.js';
import { wrapText } from './cli/wrap-text.js';
import { profiles } from './export/profiles.js';
import { findFormat, formats } from './formats.js';
import { packageVersion } from './package-root.js';
import { fileVariable } from './settings/gather.js';
import { settings } from './settings/schema.js';

const formatNames = (kind: 'graph' | 'bindings' | undefined): string =>
  formats.flatMap(({ id, carries }) => (kind === undefined || carries.includes(kind) ? [id] : [])).join(', ');

function parseFormat(name: string): string {
  if (findFormat(name) === undefined) throw new InvalidArgumentError(`There are: ${formatNames(undefined)}.`);
  return name;
}

function parseGraphFormat(name: string): string {
  if (!findFormat(name)?.carries.includes('graph'))
    throw new InvalidArgumentError(`There are: ${formatNames('graph')}.`);
  return name;
}

function parseTableFormat(name: string): string {
  if (!findFormat(name)?.carries.includes('bindings'))
    throw new InvalidArgumentError(`There are: ${formatNames('bindings')}.`);
  return name;
}

function parsePort(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65535) throw new InvalidArgumentError('A port is 0 to 65535.');
  return Number(text);
}

/** A whole number above zero, of few digits. */
function parseCount(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('That is a whole number from 1 to 999999.');
  return Number(text);
}

const limitOption = (flags: string, what: string, otherwise: number): Option =>
  new Option(flags, what).argParser(parseCount).default(otherwise);

const graphOption = (): Option => new Option('--graph <file>', 'any RDF file in the place of the built graph');
const notesOption = (what: string): Option => new Option('--notes <paths...>', `${what}: files, or folders of *.txt`);

// The code of a command is loaded when it runs: nobody waits for a query engine to read a help text.
const program = new Command('migraph')
  .description(
    'Reads prose on who holds which migration data, and makes it a graph where every statement leads to its sentence.',
  )
  .version(packageVersion)
  .option('--config <file>', 'settings, in YAML (default: MIGRAPH_CONFIG, else migraph.yaml where there is one)')
  .hook('preAction', (command) => {
    const { config } = command.opts<{ config?: string }>();
    if (config !== undefined) process.env[fileVariable] = config;
  })
  .exitOverride()
  .showSuggestionAfterError()
  .addHelpText(
    'after',
    `
First steps:
  $ migraph serve                          build the graph from data/notes/ where need be, and serve it
  $ migraph extract letter.txt             what a text says, as a table
  $ migraph build --notes letter.txt       make a text of your own the graph
  $ migraph query 'SELECT ?title { ?d a <http://www.w3.org/ns/dcat#Dataset> ; <http://purl.org/dc/terms/title> ?title }'

${wrapText(`The settings ${settings.map(({ name }) => name).join(', ')} are read from a file (--config, MIGRAPH_CONFIG, or migraph.yaml in the working folder) and from the environment, which goes before it; the README says what they mean, "migraph config --print" what they are.`, 118).join('\n')}
Exit codes: 0 all is well · 1 bad input, or a check that failed · 2 wrong usage.`,
  );

program
  .command('serve')
  .description('serve the graph on the web; built first where it is missing or older than its notes')
  .addOption(graphOption())
  .addOption(new Option('--port <number>', 'port to listen on (default: PORT, else 3000)').argParser(parsePort))
  .option('--host <name>', 'address to listen on (default: HOST, else 127.0.0.1)')
  .option('--watch', 'take the graph anew whenever its file changes, as SIGHUP does')
  .addHelpText('after', '\nExamples:\n  $ migraph serve --port 8080\n  $ migraph serve --graph catalogue.ttl')
  .action(async (options) => (await import('./cli/serve.js')).runServe(options));

program
  .command('build')
  .description('make the graph from notes and keep it in var/')
  .addOption(notesOption('what to read (default: data/notes/)'))
  .option('--out <folder>', 'where graph.nq, graph.snapshot and build.json go (default: MIGRAPH_OUT, else var/)')
  .addHelpText(
    'after',
    `
A note is a text in UTF-8, at most 10 MB; what its front matter does not state stays empty. The same notes give the
same bytes. On any error nothing is written.

Examples:
  $ migraph build
  $ migraph build --notes letter.txt reports/ --out /srv/graph`,
  )
  .action(async (options) => (await import('./cli/build.js')).runBuild(options));

program
  .command('add')
  .description('make a document a note: asks what it is, and writes it to data/notes/')
  .argument('<file>', 'a text, Markdown, PDF or Word document (.docx), or its file: URL')
  .option('--name <name>', 'what it is to be called (default: as the file is)')
  .option('--title <text>', 'of the document')
  .option('--symbol <text>', 'the number that its publisher gives it')
  .option('--date <date>', 'when it was published: YYYY, YYYY-MM or YYYY-MM-DD')
  .option('--publisher <name>', 'who published it')
  .option('--url <address>', 'where it was had from')
  .option('--licence <text>', 'an address, or in words')
  .option('--language <tag>', 'of the text, as "fr" (default: English)')
  .addHelpText(
    'after',
    `
Who sits at a terminal is asked for what is missing; a script gives all by flags, '' for what is not known. What a text
says above itself as front matter is kept. Nothing that is there already is written over.

Examples:
  $ migraph add report.pdf
  $ migraph add letter.docx --title 'On arrivals' --date 2009-05 --symbol '' --publisher '' --url '' --licence ''`,
  )
  .action(async (file, options) => (await import('./cli/add.js')).runAdd(file, options));

program
  .command('extract')
  .description('say what one text says, or what each of many says, without building anything')
  .argument('[file]', 'a text in UTF-8, of any size; with --jsonl, a file of lines (default: standard input)')
  .option('--json', 'everything, as JSON, with the sentences that say it')
  .addOption(
    new Option('--jsonl', 'a stream: a line {"doc": "…", "text": "…"} in, a line of JSON out').conflicts('json'),
  )
  .addHelpText(
    'after',
    `
With --jsonl a line that cannot be read gives {"doc", "error", "line"}, the rest goes on, and the exit code is 1.

Examples:
  $ migraph extract letter.txt
  $ migraph extract letter.txt --json > letter.json
  $ migraph extract --jsonl < letters.jsonl > said.jsonl`,
  )
  .action(async (file: string | undefined, options, command: Command) => {
    if (options.jsonl) await (await import('./cli/extract-lines.js')).runExtractLines(file);
    else if (file !== undefined) await (await import('./cli/extract.js')).runExtract(file, options);
    else command.error("error: missing required argument 'file'");
  });

program
  .command('query')
  .description('ask the graph in SPARQL')
  .argument('[sparql]', 'the query; or give a file')
  .option('--file <file>', 'a file with the query')
  .option('--explain', 'say on stderr who evaluated it')
  .addOption(
    new Option('--format <name>', `one of ${formatNames(undefined)} (default: csv, and turtle for graphs)`).argParser(
      parseFormat,
    ),
  )
  .addOption(graphOption())
  .addHelpText(
    'after',
    `
Examples:
  $ migraph query 'ASK { ?note a <https://w3id.org/migraph/ontology#Note> }'
  $ migraph query --file question.rq --format json
  $ migraph query 'DESCRIBE <https://w3id.org/migraph/country/SWE>' --format jsonld`,
  )
  .action(async (sparql: string | undefined, options, command: Command) => {
    if ((sparql === undefined) === (options.file === undefined))
      command.error("error: give either a query or --file, as in: migraph query 'ASK {}'");
    await (await import('./cli/query.js')).runQuery(sparql, options);
  });

program
  .command('ask')
  .description('ask a question that stands in queries/questions/ by its name')
  .argument('[name]', 'of the question')
  .argument('[values...]', 'what is asked for, as --country SWE; else the defaults of the question')
  .option('--list', 'say which questions there are, and what can be set in each')
  .addOption(new Option('--limit <number>', 'of rows').argParser(parseCount))
  .addOption(
    new Option('--format <name>', `one of ${formatNames('bindings')} (default: csv)`).argParser(parseTableFormat),
  )
  .addOption(graphOption())
  .allowUnknownOption()
  .addHelpText(
    'after',
    `
Examples:
  $ migraph ask --list
  $ migraph ask who-holds-data --country SWE --year 1985
  $ migraph ask datasets-on-region --region 150 --format json`,
  )
  .action(async (name: string | undefined, values: string[], options, command: Command) => {
    if ((name === undefined) === (options.list === undefined))
      command.error('error: give either the name of a question or --list, as in: migraph ask --list');
    const { runAsk, runListQuestions } = await import('./cli/ask.js');
    if (name === undefined) await runListQuestions();
    else await runAsk(name, values, options);
  });

program
  .command('export')
  .description('write the catalogue for a harvester')
  .addOption(
    new Option('--profile <id>', 'how it is described').choices(profiles.map(({ id }) => id)).default(profiles[0]?.id),
  )
  .addOption(
    new Option('--format <name>', `one of ${formatNames('graph')} (default: by --out, else jsonld)`).argParser(
      parseGraphFormat,
    ),
  )
  .option('--out <file>', 'a file to write (default: standard output)')
  .addOption(
    new Option('--dump <folder>', 'all of the graph instead, in every format and as tables').conflicts([
      'profile',
      'format',
      'out',
    ]),
  )
  .addOption(graphOption())
  .addHelpText(
    'after',
    `
Examples:
  $ migraph export --out catalogue.ttl
  $ migraph export --format rdfxml | less
  $ migraph export --dump /srv/www/dump`,
  )
  .action(async (options) => {
    if (options.dump === undefined) await (await import('./cli/export.js')).runExport(options);
    else await (await import('./cli/export-dump.js')).runExportDump(options.dump, options.graph);
  });

program
  .command('publish')
  .description('put the graph into another store, and hold what is there against it')
  .option('--to <url>', 'where that store has the Graph Store Protocol')
  .option('--bulk <file>', 'N-Quads for a bulk loader')
  .option('--with-review', 'the candidates under review too')
  .addOption(new Option('--timeout <seconds>', 'for one graph, each way (default: 600)').argParser(parseCount))
  .addOption(graphOption())
  .addHelpText(
    'after',
    `
A graph that is there already, line for line, is left; each that is sent is read back and compared. Where some fail, exit
code 1; run it again to go on. MIGRAPH_PUBLISH_AUTHORIZATION is sent as the header Authorization.

Examples:
  $ MIGRAPH_PUBLISH_AUTHORIZATION='Bearer …' migraph publish --to https://data.example.org/graphs
  $ migraph publish --bulk /srv/load/graph.nq`,
  )
  .action(async (options) => (await import('./cli/publish.js')).runPublish(options));

program
  .command('validate')
  .description('hold the graph against the shapes in ontology/shapes/')
  .addOption(graphOption())
  .addHelpText('after', '\nExit code 1 when anything violates a shape; warnings are only said.')
  .action(async (options) => (await import('./cli/validate.js')).runValidate(options));

program
  .command('verify')
  .description('find every quote of the graph again in the text of its note, at its offset')
  .addOption(graphOption())
  .addOption(notesOption('the texts to look in (default: what the graph was built from)'))
  .addHelpText(
    'after',
    '\nA quote is there, character for character, or the check fails with exit code 1. The graph is taken as it lies.',
  )
  .action(async (options) => (await import('./cli/verify.js')).runVerify(options));

program
  .command('check')
  .description('say in a few lines what a build would find: quotes, shapes, score, and what has changed')
  .addOption(notesOption('the notes (default: those that the graph was built from, else data/notes/)'))
  .addHelpText(
    'after',
    `
verify, validate, score (for notes with a gold standard, data/gold/NAME.json) and diff in one, with the decisions of
data/curation/; nothing is written. Exit code 1 where anything is wrong; what is new, changed or withheld is only said.`,
  )
  .action(async (options) => (await import('./cli/check.js')).runCheck(options));

program
  .command('import')
  .description("take another catalogue's DCAT into every build, in a graph of its own")
  .argument('[source]', 'a URL, whose pages are followed to the last one, or a file')
  .option('--name <slug>', 'what it is called (default: by its address)')
  .option('--base <iri>', 'the address a file was had from, against which its relative IRIs are resolved')
  .option('--out <folder>', 'where it is kept (default: MIGRAPH_IMPORTS, else imports/ in MIGRAPH_DATA)')
  .option('--contexts', 'allow to fetch the JSON-LD contexts that it refers to')
  .addOption(limitOption('--max-pages <number>', 'pages it may have', 1000))
  .addOption(limitOption('--max-mb <number>', 'megabytes it may have, unpacked', 100))
  .addOption(limitOption('--timeout <seconds>', 'for each page', 60))
  .option('--dry-run', 'read and say what would be taken, and write nothing')
  .option('--list', 'say what was taken')
  .addOption(new Option('--remove <slug>', 'forget what was taken').conflicts('list'))
  .addHelpText(
    'after',
    `
JSON-LD, Turtle, TriG, N-Triples, N-Quads and RDF/XML are told apart by what they look like. It is taken whole or, with one
line that says what is wrong with which page, not at all; what is the same as the last time is left as it is.

Examples:
  $ migraph import https://data.example.org/catalog.jsonld --name example
  $ migraph import catalogue.ttl --base https://data.example.org/
  $ migraph import --list`,
  )
  .action(async (source: string | undefined, options, command: Command) => {
    const ways = [source !== undefined, options.list === true, options.remove !== undefined];
    if (ways.filter((way) => way).length !== 1)
      command.error('error: give either a source, or --list, or --remove, as in: migraph import catalogue.ttl');
    const { runImport, runListImports, runRemoveImport } = await import('./cli/import.js');
    if (source !== undefined) await runImport(source, options);
    else if (options.list) runListImports(options);
    else runRemoveImport(options.remove, options);
  });

program
  .command('review')
  .description('list what of a note is uncertain, for a curator to decide')
  .argument('<note>', "a note's name in the graph, or a text file")
  .option('--json', 'for programs')
  .option('--list', 'a list in a terminal too, without questions')
  .option('--who <name>', 'who decides')
  .addHelpText(
    'after',
    `
In a terminal each is a question: accept, edit, reject, skip or quit, by one key; a decision is a file in data/curation/.
In the order of the text, each with file, line and sentence: things whose owner had to be inferred, and from which words;
damaged places; what was recognised and made nothing of, and why; what no shape allows. What was decided is not asked again.

Examples:
  $ migraph review un-pop-mig-5cm-2006-13 | less
  $ migraph review letter.txt --json`,
  )
  .action(async (note, options) => (await import('./cli/review.js')).runReview(note, options));

program
  .command('diff')
  .description('show what a change of the rules adds, changes and loses')
  .argument('[old]', 'a folder with a graph, an RDF file, or what "extract --json" wrote (default: the graph as built)')
  .argument('[new]', 'the same (default: what the present code reads from the same notes)')
  .option('--exit-code', 'exit with 1 where there is any difference')
  .option('--json', 'for programs')
  .addHelpText(
    'after',
    `
What was read is compared, not what curators decided. Things are paired by their name in the graph, and then by title: a
thing with another owner has changed, it is not lost and found.

Examples:
  $ migraph build && git switch my-rules && npm run build && migraph diff
  $ migraph diff /srv/graph-of-may /srv/graph-of-june
  $ migraph diff before.jsonl after.jsonl --exit-code`,
  )
  .action(async (before: string | undefined, after: string | undefined, options) =>
    (await import('./cli/diff.js')).runDiff(before, after, options),
  );

program
  .command('doctor')
  .description('look at all that a server stands on, and say how what is wrong is mended')
  .option('--json', 'for programs')
  .addHelpText(
    'after',
    '\nA server that runs where the settings say is asked by every door. Exit code 1 where anything has failed.',
  )
  .action(async (options) => (await import('./cli/doctor.js')).runDoctor(options));

program
  .command('backup')
  .description('write all that cannot be made again into one archive; a server may run meanwhile')
  .argument('<file>', 'a .tar.gz, written whole or not at all')
  .addHelpText('after', '\nExample:\n  $ migraph backup /srv/backups/migraph-$(date +%F).tar.gz')
  .action(async (file: string) => (await import('./cli/backup.js')).runBackup(file));

program
  .command('restore')
  .description('put back what a backup holds; nothing is touched before all of it was found whole')
  .argument('<file>', 'what "migraph backup" wrote')
  .option('--to <folder>', 'into data/, imports/ and var/ of this folder (default: where the settings say)')
  .option('--force', 'also where something is; that is put aside')
  .addHelpText(
    'after',
    '\nStop the server first. Examples:\n  $ migraph restore b.tar.gz --to /tmp/look\n  $ migraph restore b.tar.gz --force',
  )
  .action(async (file: string, options) => (await import('./cli/restore.js')).runRestore(file, options));

program
  .command('config')
  .description('check the settings')
  .option('--print', 'as a file that says the same, with where each comes from; secrets are hidden')
  .option('--json', 'the same for programs')
  .addHelpText('after', '\nExamples:\n  $ migraph config --print\n  $ migraph --config /etc/migraph.yaml config')
  .action(async (options) => (await import('./cli/show-settings.js')).runConfig(options));

// A reader who has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : tellFailure(error));
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = tellFailure(error);
}
