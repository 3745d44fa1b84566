/** `npm run rebuild-load [-- CLIENTS [REBUILDS]]`: asks a server while its graph is built anew; fails where anybody noticed. */
import { loadRebuilds } from './rebuild.js';
import { brokenInRebuild, rebuildTable } from './report.js';

const [clients, rebuilds] = [Number(process.argv[2] ?? 16), Number(process.argv[3] ?? 3)];
const asked = await loadRebuilds({ clients, rebuilds, calm: 10 });
const broken = brokenInRebuild(asked);
process.stdout.write(`${clients} clients, ${rebuilds} times migraph build and SIGHUP\n\n${rebuildTable(asked)}\n\n`);
process.stdout.write(broken.length === 0 ? 'Nobody noticed.\n' : `${broken.slice(0, 20).join('\n')}\n`);
process.exitCode = broken.length === 0 ? 0 : 1;
