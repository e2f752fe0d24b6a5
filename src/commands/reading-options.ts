import type { ParseOptions } from '../model/parsing.ts';
import { defaultLimits } from '../pipeline/limits.ts';
import { countOf, flag, numberOf, oneOf, takes } from './options.ts';

const [seconds, memory, size] = [defaultLimits.timeout / 1000, defaultLimits.memory, defaultLimits.maxSize / 1_000_000];

/** The options of commands that read papers. */
export const limitOptions = {
  timeout: takes(`SECONDS how long one paper may take (default ${seconds})`, String(seconds)),
  memory: takes(`MB how much memory one paper may take, all in all (default ${memory})`, String(memory)),
  'max-size': takes(`MB larger files are not read (default ${size})`, String(size)),
} as const;

export const jobsHelp = `N how many papers to read side by side (default: one a processor, here ${defaultLimits.size})`;

/** How many papers are read side by side; undefined where nothing was said. @throws UsageError where it is no number */
export const jobsOf = (jobs: string | undefined): number | undefined =>
  jobs === undefined ? undefined : countOf('--jobs', jobs);

/** @throws UsageError where a value is no sensible number */
export function limitsOf(values: { readonly timeout: string; readonly memory: string; readonly 'max-size': string }) {
  return {
    timeout: numberOf('--timeout', values.timeout, 0.001) * 1000,
    memory: numberOf('--memory', values.memory, 128),
    maxSize: numberOf('--max-size', values['max-size'], 0) * 1_000_000,
  };
}

/** A PDF's pages that are images are left unread without it. */
export const ocrOption = { ocr: flag('read pages that are images by character recognition') } as const;

/** The options by which commands say how one document is read. @param told of evidence and of joining tables, in the command's own words */
export const parseOptions = (told: { readonly evidence: string; readonly stitch: string }) =>
  ({ evidence: takes(`KIND ${told.evidence}`, 'auto'), 'no-stitch': flag(told.stitch), ...ocrOption }) as const;

/** @throws UsageError where there is no such evidence */
export const parseOptionsOf = (values: {
  readonly evidence: string;
  readonly 'no-stitch': boolean;
  readonly ocr: boolean;
}): ParseOptions => ({
  evidence: oneOf('--evidence', values.evidence, ['auto', 'tagged', 'ruled', 'spaced']),
  stitch: !values['no-stitch'],
  ocr: values.ocr,
  taught: [],
});
