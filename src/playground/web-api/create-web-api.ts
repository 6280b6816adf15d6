import express, { type ErrorRequestHandler, type Response, Router } from 'express';
import type { Fault } from '../faults/call-fault.ts';
import type { Faults } from '../faults/faults.ts';
import { refuseBlocks } from '../faults/refuse-blocks.ts';
import { requireScopes } from '../manifest/require-scopes.ts';
import type { MethodContext } from './define-method.ts';
import { MethodError } from './method-error.ts';
import { methods } from './methods/index.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { type ReceivedCall, readArguments } from './read-arguments.ts';

/** A call of the Web API, as listeners and the record of calls see it. */
export interface RecordedCall {
  method: string;
  arguments: Readonly<Record<string, unknown>>;
  /** UTC ms. */
  at: number;
  /** `ok`, or the error code. */
  outcome: string;
}

export interface WebApiOptions {
  context: MethodContext;
  tokens: { bot: string; app: string };
  /** Null switches rate limits off. */
  rateLimiter: RateLimiter | null;
  faults: Faults;
  onCall: (call: RecordedCall) => void;
}

type Body = Record<string, unknown>;

const bodyLimit = '4mb';

const isOnlyLate = (fault: Fault): boolean =>
  fault.delayMs !== undefined && !fault.dropConnection && !fault.error && !fault.status;

function authorize(call: ReceivedCall, kind: 'bot' | 'app', tokens: WebApiOptions['tokens']): void {
  if (call.token === null) throw new MethodError('not_authed');
  if (call.token !== tokens.bot && call.token !== tokens.app) throw new MethodError('invalid_auth');
  if (call.token !== tokens[kind]) throw new MethodError('not_allowed_token_type');
}

function refuseForRate(options: WebApiOptions, method: string, call: ReceivedCall): void {
  const { channel } = call.arguments;
  const wait = options.rateLimiter?.take(method, typeof channel === 'string' ? channel : null);
  if (wait != null) throw new MethodError('ratelimited', { retryAfter: wait });
}

function respond(response: Response, fault: Fault | undefined, body: Body): void {
  if (fault?.dropConnection) {
    response.socket?.destroy();
    return;
  }
  const retryAfter = fault?.retryAfter ?? body.retryAfter;
  const isRefusedForRate = body.error === 'ratelimited';
  const { retryAfter: _, ...visible } = body;
  if (typeof retryAfter === 'number') response.set('Retry-After', String(retryAfter));
  const status =
    fault === undefined ? 200 : (fault.status ?? (fault.error === undefined ? 500 : 200));
  response.status(isRefusedForRate ? 429 : status).json(visible);
}

/** The routes below `/api/`: one a method, over POST or GET, with form or JSON bodies. */
export function createWebApi(options: WebApiOptions): Router {
  const router = Router();
  router.use(express.text({ type: () => true, limit: bodyLimit }));
  router.all('/:method', (request, response) => {
    const name = request.params.method;
    const call = readArguments(request);
    const fault = options.faults.take(name);
    const result = callMethod(options, name, call, fault);
    const isAnswered = fault === undefined || isOnlyLate(fault);
    const body = isAnswered ? result : { ok: false, error: fault.error ?? 'internal_error' };
    options.onCall({
      method: name,
      arguments: call.arguments,
      at: options.context.workspace.clock.now(),
      outcome: body.ok === true ? 'ok' : String(body.error),
    });
    const { manifest } = options.context.workspace;
    if (manifest !== null) response.set('X-OAuth-Scopes', manifest.scopes.join(','));
    const answer = (): void => respond(response, isAnswered ? undefined : fault, body);
    if (fault?.delayMs === undefined) answer();
    else {
      const { clock } = options.context.workspace;
      response.once('close', clock.scheduleForProgram(fault.delayMs, answer));
    }
  });
  router.use(handleUnexpected);
  return router;
}

/** Bodies that are too large, and faults of the local Slack itself, in the form apps expect. */
const handleUnexpected: ErrorRequestHandler = (error, _request, response, _next) => {
  const isTooLarge = error instanceof Error && 'type' in error && error.type === 'entity.too.large';
  const detail = error instanceof Error ? error.message : String(error);
  response
    .status(isTooLarge ? 413 : 500)
    .json({ ok: false, error: isTooLarge ? 'request_too_large' : 'internal_error', detail });
};

function callMethod(
  options: WebApiOptions,
  name: string,
  call: ReceivedCall,
  fault: Fault | undefined,
): Body {
  if (fault !== undefined && !fault.afterEffect && !isOnlyLate(fault)) return {};
  try {
    const method = methods.get(name);
    if (method === undefined) throw new MethodError('unknown_method', { req_method: name });
    if (call.isMalformed) throw new MethodError('invalid_json');
    authorize(call, method.token, options.tokens);
    requireScopes(options.context.workspace, name, call.arguments);
    refuseForRate(options, name, call);
    refuseBlocks(options.faults, call.arguments);
    return { ok: true, ...method.call(options.context, call.arguments) };
  } catch (error) {
    if (error instanceof MethodError) return { ok: false, error: error.code, ...error.fields };
    throw error;
  }
}
