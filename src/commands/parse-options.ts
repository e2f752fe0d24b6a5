import type { ParseOptions } from '../model/parsing.ts';
import { flag, oneOf, takes } from './options.ts';

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
