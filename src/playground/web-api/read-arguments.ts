import type { Request } from 'express';

export interface ReceivedCall {
  token: string | null;
  arguments: Record<string, unknown>;
  /** The body claims to be JSON but is none. */
  isMalformed: boolean;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readBody(request: Request): Record<string, unknown> | null {
  const body: unknown = request.body;
  if (typeof body !== 'string' || body === '') return {};
  if (request.is('application/json')) {
    try {
      const value: unknown = JSON.parse(body);
      return isRecord(value) ? value : null;
    } catch {
      return null;
    }
  }
  return Object.fromEntries(new URLSearchParams(body));
}

/** The arguments of a call, wherever they were put: query, form or JSON; and its token. */
export function readArguments(request: Request): ReceivedCall {
  const query = Object.fromEntries(new URL(request.url, 'http://local').searchParams);
  const body = readBody(request);
  const { token: argument, ...values } = { ...query, ...body };
  const header = /^Bearer\s+(\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
  return {
    token: header ?? (typeof argument === 'string' && argument !== '' ? argument : null),
    arguments: values,
    isMalformed: body === null,
  };
}
