/**
 * Damaged copies of our own papers, tagged and untagged: how many lose words and say nothing. A word is lost where the
 * whole paper has it more often than the damaged one, in blocks, furniture and issues together; a loss is silent where
 * no issue is an error, so that the paper would be `ok`.
 *   node scripts/bench/mutants.ts [--count 2000] [--seed 1] [--only TEXT]
 */
import { globSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Document } from '../../src/model/document.ts';
import { ParseError } from '../../src/model/errors.ts';
import { damages, lostWords, mutate } from '../../test/support/mutants.ts';
import { readPdf } from '../../test/support/print.ts';
import { randomFrom } from '../../test/support/random.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
});

const files = globSync('fixtures/{papers,forms,series}/*.pdf').sort();
const wholes = new Map<string, Document>();
const wholeOf = async (file: string, bytes: Uint8Array): Promise<Document> => {
  const whole = wholes.get(file) ?? (await readPdf(bytes));
  wholes.set(file, whole);
  return whole;
};

const counts = { read: 0, refused: 0, told: 0, unharmed: 0, silent: 0, impossible: 0 };
for (let number = 0; number < Number(values.count); number++) {
  const random = randomFrom(Number(values.seed) * 1_000_003 + number);
  const file = files[number % files.length] ?? '';
  const damage = damages[Math.floor(number / files.length) % damages.length] ?? 'flipped';
  if (!`${number} ${file} ${damage}`.includes(values.only)) continue;
  const bytes = readFileSync(file);
  const first = mutate(bytes, damage, random);
  if (first === null) {
    counts.impossible++;
    continue;
  }
  const second = random.chance(0.5) ? mutate(first.bytes, damage, random) : null;
  const mutant = second === null ? first : { bytes: second.bytes, what: `${first.what}; ${second.what}` };
  const whole = await wholeOf(file, bytes);
  try {
    const read = await readPdf(mutant.bytes);
    counts.read++;
    const lost = lostWords(whole, read);
    const told = read.issues.some(({ severity }) => severity === 'error');
    if (lost.length === 0) counts.unharmed++;
    else if (told) counts.told++;
    else {
      counts.silent++;
      const issues = read.issues.map(({ code }) => code).join(', ');
      process.stdout.write(
        `silent: ${number} ${damage} ${file}: ${mutant.what}; ${lost.length} words lost (${lost.slice(0, 8).join(' ')}); issues: ${issues}\n`,
      );
    }
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    counts.refused++;
  }
}
process.stdout.write(`${JSON.stringify(counts)}\n`);
