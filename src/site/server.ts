import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { openStore, openStoreToRead, readNow } from '../store/index.ts';
import { catalogues } from './catalogues.ts';
import { guard } from './guard.ts';
import { addRoutes } from './routes.ts';
import { sights } from './sight/sights.ts';
import type { Site } from './site.ts';

export interface ServeOptions {
  readonly database: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** What the address begins with; a new one where it is null. */
  readonly token: string | null;
  readonly isReadOnly: boolean;
  /** ISO 8601, in the reader's own time zone. */
  readonly today: () => string;
  /** Told of what went wrong on our side. */
  readonly onFault: (error: unknown) => void;
}

export interface OpenSite {
  /** The whole address, with the token. */
  readonly address: string;
  close(): Promise<void>;
}

const loopback = '127.0.0.1';

/**
 * Opens the site over a database, for this computer only.
 * @throws UsageError where the database cannot be opened
 * @throws Error with Node's code where the port cannot be had
 */
export async function openSite({ database, port, token, isReadOnly, today, onFault }: ServeOptions): Promise<OpenSite> {
  if (!isReadOnly) mindWriting(database);
  const store = openStoreToRead(database);
  const key = token ?? randomBytes(16).toString('hex');
  const site: Site = {
    store,
    base: `/${key}`,
    isReadOnly,
    today,
    catalogues: catalogues(store, today),
    sights: sights(),
  };
  // From here on each page is of its own moment.
  readNow(store, () => undefined);
  const app = new Hono();
  const server = createServer(getRequestListener(app.fetch));
  const hosts = () => [loopback, 'localhost'].map((name) => `${name}:${portOf(server)}`);
  app.use(guard({ token: key, hosts }));
  addRoutes(app, site, onFault);
  try {
    server.listen(port, loopback);
    await once(server, 'listening');
  } catch (error) {
    store.close();
    throw error;
  }
  return {
    address: `http://${loopback}:${portOf(server)}/${key}/`,
    close: async () => {
      const closed = once(server.close(), 'close');
      server.closeAllConnections();
      await closed;
      site.sights.close();
      store.close();
    },
  };
}

/** A database that is not there, or cannot be written, is refused at once. */
function mindWriting(database: string): void {
  openStoreToRead(database).close();
  openStore(database).close();
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
