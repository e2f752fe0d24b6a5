import { defaultLimits } from '../pipeline/limits.ts';
import { numberOf, takes } from './options.ts';

const [seconds, memory, size] = [defaultLimits.timeout / 1000, defaultLimits.memory, defaultLimits.maxSize / 1_000_000];

/** The options of commands that read papers. */
export const limitOptions = {
  timeout: takes(`SECONDS how long one paper may take (default ${seconds})`, String(seconds)),
  memory: takes(`MB how much memory one paper may take, all in all (default ${memory})`, String(memory)),
  'max-size': takes(`MB larger files are not read (default ${size})`, String(size)),
} as const;

export const jobsHelp = `N how many papers to read side by side (default: one a processor, here ${defaultLimits.size})`;

/** @throws UsageError where a value is no sensible number */
export function limitsOf(values: { readonly timeout: string; readonly memory: string; readonly 'max-size': string }) {
  return {
    timeout: numberOf('--timeout', values.timeout, 0.001) * 1000,
    memory: numberOf('--memory', values.memory, 128),
    maxSize: numberOf('--max-size', values['max-size'], 0) * 1_000_000,
  };
}
