import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** What a site answers. */
export interface Reply {
  readonly body: string | Buffer;
  readonly type?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as ETag, and minded. */
  readonly etag?: string;
}

/** A site: what it has at a path with its query; null where it has nothing. */
export type Pages = (path: string, url: URL) => Reply | null;

/** A request as the server saw it; times in milliseconds. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly began: number;
  ended: number | null;
}

export const faultNames = [
  '500',
  '403',
  '429',
  'slow-drip',
  'no-answer',
  'cut',
  'wrong-length',
  'redirect-loop',
  'redirect-private',
  'wrong-type',
  'gzip-bomb',
  'two-gigabytes',
  'endless',
  'bad-xml',
  'other-encoding',
  'html-instead',
  'empty',
  'unasked-304',
] as const;
export type FaultName = (typeof faultNames)[number];

export interface WebServer {
  readonly origin: string;
  readonly log: Received[];
  pages: Pages;
  /** Milliseconds before an answer. */
  latency: number;
  /** Which fault befalls a request; null for none. */
  fault: (path: string) => FaultName | null;
  close(): Promise<void>;
}

/** A real web server on an address of the loopback network (`127.0.0.1` to `127.255.255.254`: each is a host of its own). */
export async function startServer(pages: Pages, address = '127.0.0.1', atPort = 0): Promise<WebServer> {
  const log: Received[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const received: Received = { path, headers: request.headers, began: performance.now(), ended: null };
    log.push(received);
    response.on('close', () => {
      received.ended = performance.now();
    });
    const reply = site.pages(path, new URL(path, site.origin));
    const fault = site.fault(path);
    setTimeout(() => {
      if (fault === null) send(request, response, reply);
      else faults[fault](response, reply ?? { body: '' });
    }, site.latency);
  });
  await new Promise<void>((resolve) => server.listen(atPort, address, resolve));
  const { port } = server.address() as AddressInfo;
  const site: WebServer = {
    origin: `http://${address}:${port}`,
    log,
    pages,
    latency: 0,
    fault: () => null,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return site;
}

function send(request: IncomingMessage, response: ServerResponse, reply: Reply | null): void {
  if (reply === null) {
    response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>');
    return;
  }
  const { body, type = 'text/html; charset=utf-8', status = 200, headers = {}, etag } = reply;
  const told = { ...headers, ...(etag === undefined ? {} : { etag }) };
  if (etag !== undefined && request.headers['if-none-match'] === etag) response.writeHead(304, told).end();
  else
    response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body), ...told }).end(body);
}

const wholeOf = ({ body }: Reply): Buffer => Buffer.from(body);
const html = { 'content-type': 'text/html' };

const faults: Readonly<Record<FaultName, (response: ServerResponse, reply: Reply) => void>> = {
  '500': (response) => response.writeHead(500, html).end('<h1>Server Error</h1>'),
  '403': (response) => response.writeHead(403, html).end('<h1>Forbidden</h1>'),
  '429': (response) => response.writeHead(429, { ...html, 'retry-after': '1' }).end('<h1>Too many</h1>'),
  'slow-drip': (response, reply) => {
    const bytes = wholeOf(reply);
    response.writeHead(200, { 'content-length': bytes.length + 1_000_000 });
    let at = 0;
    const timer = setInterval(() => {
      response.write(bytes.subarray(at, at + 1));
      at += 1;
    }, 20);
    response.on('close', () => clearInterval(timer));
  },
  'no-answer': () => undefined,
  cut: (response, reply) => {
    const bytes = wholeOf(reply);
    response.writeHead(200, { 'content-length': bytes.length });
    response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy());
  },
  'wrong-length': (response, reply) => {
    const bytes = wholeOf(reply);
    response.socket?.end(
      Buffer.concat([
        Buffer.from(`HTTP/1.1 200 OK\r\ncontent-length: ${bytes.length >> 1}\r\nconnection: close\r\n\r\n`),
        bytes,
      ]),
    );
  },
  'redirect-loop': (response) => response.writeHead(302, { location: `?again=${Math.random()}` }).end(),
  'redirect-private': (response) =>
    response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
  'wrong-type': (response, reply) => response.writeHead(200, { 'content-type': 'image/png' }).end(reply.body),
  'gzip-bomb': (response) => {
    const bomb = gzipSync(Buffer.alloc(60_000_000));
    response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': bomb.length }).end(bomb);
  },
  'two-gigabytes': (response) => {
    response.writeHead(200, { 'content-length': 2_000_000_000 });
    stream(response);
  },
  endless: (response) => {
    response.writeHead(200);
    stream(response);
  },
  'bad-xml': (response, reply) =>
    response.writeHead(200, { 'content-type': 'text/xml' }).end(String(reply.body).slice(0, 120).replace('>', ' & <')),
  'other-encoding': (response, reply) => {
    const text = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(String(reply.body), 'utf16le')]);
    response.writeHead(200, { 'content-type': 'text/html' }).end(typeof reply.body === 'string' ? text : reply.body);
  },
  'html-instead': (response) =>
    response
      .writeHead(200, { 'content-type': 'application/pdf' })
      .end('<html><h1>Your session has expired</h1></html>'),
  empty: (response) => response.writeHead(200).end(),
  'unasked-304': (response) => response.writeHead(304).end(),
};

function stream(response: ServerResponse): void {
  const piece = Buffer.alloc(1 << 16, 'x');
  const more = () => {
    while (!response.destroyed && response.write(piece));
  };
  response.on('drain', more);
  more();
}
