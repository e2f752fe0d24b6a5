import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { callCli, projectRoot, runCli } from './support/cli.ts';
import { temporaryFolder } from './support/database.ts';
import { paperHtml } from './support/papers.ts';

const { stdout: help } = spawnSync(process.execPath, ['src/cli.ts', '--help'], { cwd: projectRoot, encoding: 'utf8' });
const commands = [...(help.split('Commands:\n')[1] ?? '').matchAll(/^ {2}(\S+)/gm)].map(([, name = '']) => name);

test('help starts with examples and lists every command', () => {
  expect(help).toMatch(/^Examples:\n {2}boardtrail /);
  expect(commands).toEqual(expect.arrayContaining(['ingest', 'extract', 'export', 'tables', 'changes']));
});

test.each(commands)('%s --help starts with examples and explains every option it takes', async (command) => {
  const { status, stdout, stderr } = await runCli([command, '--help']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(
    new RegExp(`^Examples:\n {2}boardtrail ${command} [\\s\\S]*\n\nUsage: boardtrail ${command} `),
  );
  const shown = [...(stdout.split('Usage:')[0] ?? '').matchAll(/ (--[a-z-]+)/g)].map(([, option]) => option);
  const explained = [...(stdout.split('Usage:')[1] ?? '').matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option]) => option);
  expect(explained).toEqual(expect.arrayContaining(shown));
});

test('every command and every option is in the README', ({ skip }) => {
  const readme = path.join(projectRoot, 'README.md');
  if (!existsSync(readme)) return skip('there is no README yet');
  const text = readFileSync(readme, 'utf8');
  expect(commands.filter((command) => !text.includes(`boardtrail ${command}`))).toEqual([]);
});

test('help of a command is what the command gives', async () => {
  expect((await runCli(['help', 'tables'])).stdout).toBe((await runCli(['tables', '--help'])).stdout);
});

test('help loads no more than the command line itself', () => {
  const list = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ load: (url, context, next) => { if (!url.startsWith('node:')) loaded.push(url); return next(url, context); } });
    process.on('exit', () => process.stderr.write(JSON.stringify(loaded)));`;
  const args = ['--import', `data:text/javascript,${encodeURIComponent(list)}`, 'src/cli.ts', '--help'];
  const { stderr } = spawnSync(process.execPath, args, { cwd: projectRoot, encoding: 'utf8' });
  const loaded = (JSON.parse(stderr) as string[]).map((url) => path.basename(url));
  expect(loaded.sort()).toEqual(['cli.ts', 'errors.ts', 'version.ts']);
});

test('the version is the package’s', async () => {
  const { version } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8'));
  expect((await runCli(['--version'])).stdout).toBe(`${version}\n`);
});

test.each([
  [[], /Usage: boardtrail COMMAND/],
  [
    ['digest'],
    /^boardtrail: there is no command "digest" \(did you mean "ingest"\?\); "boardtrail --help" lists them\n$/,
  ],
  [['toString'], /there is no command/],
])('%j is a mistake in the call', async (args, message) => {
  const { status, stdout, stderr } = await runCli(args);
  expect(status).toBe(2);
  expect(stdout + stderr).toMatch(message);
});

test.each([
  ['a name mistyped', ['serve', '--prot', '1'], '--port'],
  ['two letters of it swapped, others with it', ['changes', '--sicne', '2024'], '--since'],
  ['a longer word for it', ['export', '--output', 'a'], '--out'],
  ['words of its line in the help', ['progress', '--database', 'a.db'], '--db'],
  ['the same with a letter too few', ['progress', '--databse', 'a.db'], '--db'],
  ['words of an example', ['progress', '--overdue-on', '2024'], '--as-of'],
  ['what a field means', ['fix', 'a.pdf', '--due', 'May'], '--timescale'],
])('an option is meant by %s', async (_, args, option) => {
  const { status, stderr } = await callCli(args);
  expect(status).toBe(2);
  expect(stderr).toContain(`(did you mean "${option}"?)`);
});

test('an option that nothing in the help is like is not guessed', async () => {
  const { stderr } = await callCli(['ingest', '--verbose', 'a.pdf']);
  expect(stderr).toBe(`boardtrail: Unknown option '--verbose'; "boardtrail ingest --help" lists what there is\n`);
});

test('collect says how to begin where there is no sources file yet', async () => {
  const { status, stderr } = await runCli(['collect'], { cwd: temporaryFolder() });
  expect(status).toBe(2);
  expect(stderr).toMatch(
    /^boardtrail: the sources file boardtrail\.sources\.yaml cannot be read \(no such file or directory\); "boardtrail collect init Essex > /,
  );
});

test('of what Node compiled only what is used stays', async () => {
  const caches = temporaryFolder();
  const ours = path.join(caches, 'boardtrail');
  for (const name of ['long-unused', 'of-today']) mkdirSync(path.join(ours, name), { recursive: true });
  utimesSync(path.join(ours, 'long-unused'), 0, 0);
  await runCli(['status', '--db', 'none.db'], { cwd: caches, env: { XDG_CACHE_HOME: caches } });
  const left = readdirSync(ours);
  expect(left).toHaveLength(2);
  expect(left).toContain('of-today');
});

test('a reader that stops listening is no failure', () => {
  const paper = path.join(temporaryFolder(), 'paper.html');
  writeFileSync(paper, paperHtml(1, 200));
  const script = `'${process.execPath}' src/cli.ts extract "$0" --json | (read line; echo "$line"); echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', script, paper], { cwd: projectRoot, encoding: 'utf8' });
  expect({ stdout, stderr }).toEqual({ stdout: '{\n0\n', stderr: '' });
});
