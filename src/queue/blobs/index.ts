import type { Perseverance } from '../try-again.ts';
import type { Blobs } from './blobs.ts';
import { bucketOfBlobs } from './bucket.ts';
import { folderOfBlobs } from './folder.ts';

export type { Blobs } from './blobs.ts';

/**
 * The place that `--blobs` names: `s3://bucket/prefix`, or a folder.
 * @throws UsageError where it cannot be used
 */
export function openBlobs(place: string, perseverance: Perseverance): Promise<Blobs> {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(place) ? bucketOfBlobs(place, process.env, perseverance) : folderOfBlobs(place);
}
