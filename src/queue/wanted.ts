import { codeOf } from '../lib/reason.ts';
import { UsageError } from '../model/errors.ts';

/** The optional packages: what each is wanted for, and what has to be installed with it. */
const ofQueue = '--queue needs two packages that are not installed; beside boardtrail: npm install graphile-worker pg';
const packages = {
  pg: ofQueue,
  'graphile-worker': ofQueue,
  aws4fetch: '--blobs s3://… needs a package that is not installed; beside boardtrail: npm install aws4fetch',
} as const;

/**
 * Loads an optional package.
 * @throws UsageError where it is not installed
 */
export async function wanted<T>(name: keyof typeof packages, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (codeOf(error) !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new UsageError(packages[name]);
  }
}
