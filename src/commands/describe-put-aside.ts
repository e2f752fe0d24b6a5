import { printable } from '../lib/printable.ts';
import type { PutAside } from '../store/index.ts';

/** A paper that is not followed, and why, for people. */
export const describePutAside = ({ file, service, code, message }: PutAside): string =>
  `${printable(file)}${service === null ? '' : ` (${printable(service)})`}: not followed\n  ${code}: ${printable(message)}\n`;
