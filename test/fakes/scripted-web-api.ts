import type { Logger } from '@slack/bolt';
import { createWebClients, type WebClients } from '../../src/slack/web/web-clients.ts';

type Arguments = Readonly<Record<string, string>>;
type Handler = (call: Arguments) => unknown;

/** Slack's Web API, answered by one function a method; what has none is refused. */
export interface ScriptedWebApi {
  clients: WebClients;
  calls: { method: string; arguments: Arguments }[];
  handlers: Record<string, Handler>;
}

/** A handler throws to break the connection, or returns a Response for anything but JSON. */
export function createScriptedWebApi(handlers: Record<string, Handler>): ScriptedWebApi {
  const calls: ScriptedWebApi['calls'] = [];
  const api = { calls, handlers } as ScriptedWebApi;
  const scriptedFetch: typeof fetch = async (input, init) => {
    const method = String(input).split('/').at(-1) ?? '';
    const call = Object.fromEntries(new URLSearchParams(String(init?.body)));
    calls.push({ method, arguments: call });
    const handler = api.handlers[method];
    const body = handler === undefined ? { ok: false, error: 'unknown_method' } : handler(call);
    return body instanceof Response ? body : Response.json(body);
  };
  api.clients = createWebClients({
    token: 'xoxb-scripted',
    apiUrl: 'http://slack.invalid/api/',
    logger: silentLogger,
    timeoutMs: 1_000,
    fetch: scriptedFetch,
  });
  return api;
}

const silentLogger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => 'error',
  setName: () => {},
} as unknown as Logger;
