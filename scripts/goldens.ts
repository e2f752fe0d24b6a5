/**
 * Writes test/goldens anew from what the code makes today: runs every test whose name begins with "golden". Review the
 * difference (`git diff test/goldens`) before committing it.
 *   node scripts/goldens.ts [FILTER of test files…]
 */
import { spawnSync } from 'node:child_process';

const writeVariable = 'BOARDTRAIL_WRITE_GOLDENS';

const { status } = spawnSync('npx', ['vitest', 'run', '-t', 'golden', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, [writeVariable]: '1' },
});
process.exitCode = status ?? 1;
