import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';

/**
 * Keeps other pages away from the local Slack. Requests have to name this machine in `Host` (a
 * foreign name that was made to lead here does not), to come from the page itself, and to carry a
 * secret that is new at every start.
 */
export interface PageSession {
  /** `Set-Cookie` for the page; scripts cannot read it, other sites' requests do not carry it. */
  readonly cookie: string;
  /** Whether a request is addressed to this machine by its own name. */
  isAddressedHere(request: Request): boolean;
  /** Whether a request comes from the page that this start has served. */
  isOfPage(request: Request): boolean;
}

export function createPageSession(port: number): PageSession {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  // Cookies do not tell ports apart: the name keeps several local Slacks from overwriting another's.
  const name = `local-slack-${port}`;
  const secret = randomBytes(32).toString('base64url');
  const isAddressedHere = (request: Request): boolean => hosts.includes(request.get('host') ?? '');
  return {
    cookie: `${name}=${secret}; Path=/; HttpOnly; SameSite=Strict`,
    isAddressedHere,
    isOfPage(request) {
      const site = request.get('sec-fetch-site');
      if (!isAddressedHere(request) || (site !== undefined && site !== 'same-origin')) return false;
      const origin = request.get('origin');
      const isOwnOrigin = origin === `http://${request.get('host')}`;
      const isReading = request.method === 'GET' || request.method === 'HEAD';
      if (origin === undefined ? !isReading : !isOwnOrigin) return false;
      return isSame(readCookie(request.get('cookie') ?? '', name), secret);
    },
  };
}

function readCookie(header: string, name: string): string {
  const pairs = header.split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
