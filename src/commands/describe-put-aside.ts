import type { PutAside } from '../store/index.ts';
import { troubleLines } from './print.ts';

/** A paper that is not followed, and why, for people. */
export const describePutAside = (paper: PutAside): string =>
  troubleLines(paper.service === null ? paper.file : `${paper.file} (${paper.service})`, 'not followed', paper);
