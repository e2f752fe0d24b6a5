/**
 * Says which system programs the tests would use and do not find; with CI=true installs them (Debian).
 * Tests that need one that is missing are skipped and say so.
 */
import { execFileSync, spawnSync } from 'node:child_process';

const packages: Readonly<Record<string, string>> = {
  soffice: 'libreoffice-writer-nogui libreoffice-calc-nogui',
  chromium: 'chromium',
  weasyprint: 'weasyprint',
  pdftotext: 'poppler-utils',
  qpdf: 'qpdf',
  '/usr/lib/postgresql/*/bin/initdb': 'postgresql',
};
const found = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
const missing = Object.keys(packages).filter((program) => !found(program));

if (missing.length > 0) {
  const names = missing.flatMap((program) => (packages[program] ?? '').split(' '));
  if (process.env.CI === 'true' && process.getuid?.() === 0 && found('apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names, 'fonts-liberation'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
  } else {
    console.log(`Not installed: ${missing.join(', ')}. Tests that need them are skipped.`);
    console.log(`To run them all, on Debian: apt-get install ${names.join(' ')}`);
  }
}
