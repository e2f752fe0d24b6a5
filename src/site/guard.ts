import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

/** Who may ask: whoever has the token, by a name of this computer itself. */
export interface GuardOptions {
  readonly token: string;
  /** Names and port by which the site is asked for, as a Host header gives them. */
  readonly hosts: () => readonly string[];
}

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  // With no-referrer a browser would hide the origin of our own forms too (Fetch, 3.2, serializing a request origin).
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
};

/**
 * Lets nobody in who comes by another name (DNS rebinding), without the token, or, to change something, from a page of
 * another site. Every answer carries the policy under which a browser shows it.
 */
export function guard({ token, hosts }: GuardOptions): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host') ?? '';
    const refusal = hosts().includes(host)
      ? refusalOf(context.req, token, host)
      : 'This site is not known by that name.';
    if (refusal !== null)
      context.res = new Response(`${refusal}\n`, {
        status: 403,
        headers: { 'Content-Type': 'text/plain; charset=utf-8' },
      });
    else await next();
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
    if (!context.res.headers.has('Cache-Control')) context.res.headers.set('Cache-Control', 'no-store');
  };
}

interface Asked {
  readonly path: string;
  readonly method: string;
  header(name: string): string | undefined;
}

function refusalOf(asked: Asked, token: string, host: string): string | null {
  if (!isSame(asked.path.split('/')[1] ?? '', token))
    return 'Open the whole address that "boardtrail serve" printed: the token in it is missing or old.';
  if (asked.method === 'GET' || asked.method === 'HEAD') return null;
  return asked.header('origin') === `http://${host}`
    ? null
    : 'This was asked from another site, so nothing is changed.';
}

/** Takes the same time for any two texts. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
