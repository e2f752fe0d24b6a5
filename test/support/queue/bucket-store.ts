import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo, Server } from 'node:net';
import path from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { temporaryFolder } from '../database.ts';

interface S3rver {
  run(): Promise<AddressInfo>;
  httpServer: Server;
}
type S3rverClass = new (options: {
  readonly port: number;
  readonly silent: boolean;
  readonly directory: string;
  readonly configureBuckets: readonly { readonly name: string }[];
}) => S3rver;

const S3rver = createRequire(import.meta.url)('@20minutes/s3rver') as S3rverClass;

/** A store that speaks as S3 does and checks signatures, with one bucket, `papers`. */
export interface BucketStore {
  /** For `AWS_ENDPOINT_URL`. */
  readonly address: string;
  /** Bytes of an object; null where there is none. */
  read(key: string): Uint8Array | null;
  /** Puts other bytes in the place of an object's. */
  damage(key: string): void;
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** Starts a store for one test, and sets the variables by which it is reached. */
export async function bucketStore(): Promise<BucketStore> {
  const directory = temporaryFolder();
  let port = 0;
  let server: S3rver;
  const start = async () => {
    server = new S3rver({ port, silent: true, directory, configureBuckets: [{ name: 'papers' }] });
    ({ port } = await server.run());
  };
  const stop = async () => {
    if (!server.httpServer.listening) return;
    const closed = once(server.httpServer, 'close');
    server.httpServer.close();
    if ('closeAllConnections' in server.httpServer)
      (server.httpServer as { closeAllConnections(): void }).closeAllConnections();
    await closed;
  };
  await start();
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await stop();
  });
  const address = `http://127.0.0.1:${port}`;
  // The keys that it knows.
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'S3RVER');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'S3RVER');
  vi.stubEnv('AWS_ENDPOINT_URL', address);
  const fileOf = (key: string) => path.join(directory, 'papers', `${key}._S3rver_object`);
  return {
    address,
    read: (key) => (existsSync(fileOf(key)) ? readFileSync(fileOf(key)) : null),
    damage: (key) => writeFileSync(fileOf(key), 'something else'),
    stop,
    start,
  };
}
