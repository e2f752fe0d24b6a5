import type { ParseOptions } from '../model/parsing.ts';
import { oneOf } from './options.ts';

/** The options by which commands say how one document is read. */
export const parseOptions = {
  evidence: { type: 'string', default: 'auto' },
  'no-stitch': { type: 'boolean', default: false },
  ocr: { type: 'boolean', default: false },
} as const;

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
