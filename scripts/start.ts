/** Reads the papers of fixtures/ into a database, for whoever looks at the project for the first time. Run: npm start */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { exitCode } from '../src/model/errors.ts';

const root = path.join(import.meta.dirname, '..');
const papers = ['fixtures/papers', 'fixtures/series'];
const { status } = spawnSync(process.execPath, ['src/cli.ts', 'ingest', ...papers, '--db', 'output/boardtrail.db'], {
  cwd: root,
  stdio: 'inherit',
});
if (status === exitCode.incomplete) {
  process.stderr.write(
    'What is named above as read only in part is a fixture that is made so: "boardtrail ingest" ends with exit code 3 then, and this with 0.\n',
  );
}
process.exitCode = status === exitCode.incomplete ? exitCode.well : (status ?? exitCode.fault);
