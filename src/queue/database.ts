import type { Pool, PoolClient } from 'pg';
import { codeOf, errorOf } from '../lib/reason.ts';
import { QueueTrouble, UsageError } from '../model/errors.ts';
import { type Perseverance, reasonOf, tryAgain } from './try-again.ts';
import { wanted } from './wanted.ts';

/** Runs one statement; rows as PostgreSQL names their columns. */
export type Query = <Row extends object>(text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

/** The PostgreSQL database that a queue stands in. */
export interface QueueDatabase {
  /** For `graphile-worker`, which shares its connections. */
  readonly connections: Pool;
  /** One statement, tried again while the database cannot be had; so whatever is asked may happen twice. */
  readonly query: Query;
  /** Several statements as one, tried again as a whole. */
  transaction<T>(work: (query: Query) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface DatabaseOptions extends Perseverance {
  readonly address: string;
  /** Connections at a time. */
  readonly size: number;
}

/** A statement that takes longer goes to a server that is gone without a word. */
const longestStatement = 60_000;

/** SQLSTATE and the system's own: gone, starting, stopping, full, or two transactions in each other's way. */
const passingCodes =
  /^(?:08...|57P0[123]|53300|40001|40P01|ECONN\w+|EPIPE|ENOENT|ETIMEDOUT|EHOST\w+|ENET\w+|EAI_AGAIN)$/;
/** What `pg` says without a code. */
const passingWords = /connection (?:terminated|error)|not queryable|timeout/i;

/**
 * Opens a queue's database; `pg` is loaded here and nowhere else.
 * @throws UsageError where the address is none, or `pg` is not installed
 */
export async function openDatabase(options: DatabaseOptions): Promise<QueueDatabase> {
  const connections = await connect(options);
  const persist = <T>(work: () => Promise<T>) => untilItIsThere(work, options);
  return {
    connections,
    query: (text, values) => persist(() => run(connections, text, values)),
    transaction: (work) =>
      persist(async () => {
        const client = await connections.connect();
        let broken: Error | undefined;
        try {
          await client.query('BEGIN');
          const result = await work((text, values) => run(client, text, values));
          await client.query('COMMIT');
          return result;
        } catch (error) {
          // A connection in an unknown state is not used again, and with it ends what it had begun.
          broken = errorOf(error);
          throw error;
        } finally {
          client.release(broken);
        }
      }),
    close: () => connections.end(),
  };
}

async function connect({ address, size, onTrouble }: DatabaseOptions): Promise<Pool> {
  if (!/^postgres(?:ql)?:\/\//.test(address)) {
    throw new UsageError('--queue takes the address of a PostgreSQL database: postgres://user@host/database');
  }
  const { default: pg } = await wanted('pg', () => import('pg'));
  const connections = new pg.Pool({
    connectionString: address,
    max: size,
    application_name: 'boardtrail',
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    query_timeout: longestStatement,
  });
  const tell = ({ message }: Error) => onTrouble(`a connection to the queue's database broke (${message})`);
  // Without these an idle connection that ends would end the process.
  connections.on('error', tell);
  connections.on('connect', (client) => void client.on('error', () => undefined));
  return connections;
}

async function run<Row extends object>(on: Pool | PoolClient, text: string, values: readonly unknown[] = []) {
  const { rows } = await on.query<Row>(text, [...values]);
  return rows;
}

async function untilItIsThere<T>(work: () => Promise<T>, options: DatabaseOptions): Promise<T> {
  const what = "the queue's database";
  try {
    return await tryAgain(work, { what, isPassing }, options);
  } catch (error) {
    if (!isPassing(error) && !isRefusal(error)) throw error;
    throw new QueueTrouble(`${what} cannot be had: ${reasonOf(error)}`, { cause: error });
  }
}

function isPassing(error: unknown): boolean {
  const code = codeOf(error);
  return code === '' ? passingWords.test(String(error)) : passingCodes.test(code);
}

/** Wrong user, password, database, host or rights: what a person has to mend. */
const isRefusal = (error: unknown): boolean => /^(?:28...|3D000|42501|ENOTFOUND)$/.test(codeOf(error));
