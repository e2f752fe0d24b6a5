/**
 * Switches the rules of the PDF reader off in turn (numbers to 0 and to 1000, questions to no and to yes) and names
 * documents that are then read otherwise, five at most. A rule that changes nothing is held by nothing: take it out, or
 * add the document that it is for.
 *   npm run rules                          the tables told by gaps, on the project's own PDFs
 *   npm run rules -- tables/ruled,text     other folders of parsers/pdf
 *   npm run rules -- FOLDERS GLOB…         other documents
 */
import { fork } from 'node:child_process';
import path from 'node:path';

/** Milliseconds after which a trial is taken for one that never ends. */
const patience = 60_000;

interface Told {
  readonly documents?: number;
  readonly trials?: number;
  readonly begins?: number;
  readonly name?: string;
  readonly changed?: readonly string[];
}

const [folders = 'tables/spaced', ...given] = process.argv.slice(2);
const patterns = given.length > 0 ? given : ['fixtures/**/*.pdf', '../shared/papers/pdf/*.pdf'];

/** Runs trials from one on; gives the number of the next where one does not end, else null. */
function runTrials(from: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = fork(path.join(import.meta.dirname, 'trials.ts'), [folders, String(from), ...patterns]);
    let [index, name] = [from, ''];
    let waiting: NodeJS.Timeout | undefined;
    const hangs = () => {
      process.stdout.write(`${name.padEnd(64)} never ends\n`);
      child.kill('SIGKILL');
      resolve(index + 1);
    };
    child.on('message', (told: Told) => {
      clearTimeout(waiting);
      if (told.trials !== undefined && from === 0)
        process.stdout.write(`${told.documents} documents, ${told.trials} trials\n`);
      if (told.begins !== undefined) {
        [index, name] = [told.begins, told.name ?? ''];
        waiting = setTimeout(hangs, patience);
      }
      if (told.changed !== undefined) {
        const [first] = told.changed;
        const where =
          first === undefined ? 'nothing changes' : `${told.changed.length} change, such as ${path.basename(first)}`;
        process.stdout.write(`${name.padEnd(64)} ${where}\n`);
      }
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      clearTimeout(waiting);
      if (code === 0) resolve(null);
      else if (code !== null) reject(new Error(`the trials ended with exit code ${code}`));
    });
  });
}

let next: number | null = 0;
while (next !== null) next = await runTrials(next);
