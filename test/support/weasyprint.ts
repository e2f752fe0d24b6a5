import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { createInterface, type Interface } from 'node:readline';

/** The command again and again in one process: to start it and to load what it needs takes longer than a print. */
const program = `
import sys
from weasyprint.__main__ import main
for line in sys.stdin:
    try:
        main(['-q', *line.rstrip('\\n').split('\\t')])
        print('made', flush=True)
    except Exception as error:
        print(repr(error), flush=True)
`;

interface Printer {
  readonly stdin: Socket;
  readonly stdout: Socket;
  readonly answers: Interface;
}

let printer: Printer | null = null;
let last: Promise<unknown> = Promise.resolve();

/** Prints a page to a file, one after another. It ends with this process, which it does not keep going. */
export function printByWeasyPrint(page: string, made: string): Promise<void> {
  const print = last.then(() => printNow(page, made));
  last = print.catch(() => undefined);
  return print;
}

async function printNow(page: string, made: string): Promise<void> {
  printer ??= startPrinter();
  const { stdin, stdout, answers } = printer;
  const { promise, resolve } = Promise.withResolvers<string>();
  const end = () => resolve('it ended');
  answers.once('line', resolve).once('close', end);
  stdout.ref();
  stdin.write(`${page}\t${made}\n`);
  const answer = await promise;
  stdout.unref();
  answers.off('line', resolve).off('close', end);
  if (answer === 'made') return;
  printer = null;
  throw new Error(`WeasyPrint: ${answer}`);
}

function startPrinter(): Printer {
  // Only the Python that the command is run by is sure to have its modules.
  const command = execFileSync('sh', ['-c', 'command -v weasyprint'], { encoding: 'utf8' }).trim();
  const [python = ''] = /(?<=^#!).*/.exec(readFileSync(command, 'utf8')) ?? [];
  const child = spawn(python.trim(), ['-c', program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [stdin, stdout] = [child.stdin as unknown as Socket, child.stdout as unknown as Socket];
  for (const held of [child, stdin, stdout]) held.unref();
  return { stdin, stdout, answers: createInterface(stdout) };
}
