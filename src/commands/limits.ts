import { defaultLimits } from '../pipeline/limits.ts';
import { numberOf } from './options.ts';

/** The options of commands that read papers, for `readArgs`. */
export const limitOptions = {
  timeout: { type: 'string', default: String(defaultLimits.timeout / 1000) },
  memory: { type: 'string', default: String(defaultLimits.memory) },
  'max-size': { type: 'string', default: String(defaultLimits.maxSize / 1_000_000) },
} as const;

/** Their lines in a help. */
export const limitHelp = `  --timeout SECONDS   how long one paper may take (default ${limitOptions.timeout.default})
  --memory MB         how much memory one paper may take, all in all (default ${limitOptions.memory.default})
  --max-size MB       larger files are not read (default ${limitOptions['max-size'].default})`;

/** @throws UsageError where a value is no sensible number */
export function limitsOf(values: { readonly timeout: string; readonly memory: string; readonly 'max-size': string }) {
  return {
    timeout: numberOf('--timeout', values.timeout, 0.001) * 1000,
    memory: numberOf('--memory', values.memory, 128),
    maxSize: numberOf('--max-size', values['max-size'], 0) * 1_000_000,
  };
}
