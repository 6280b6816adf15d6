import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createAcceleratedClock } from './clock/accelerated-clock.ts';
import type { PlaygroundClock } from './clock/playground-clock.ts';
import type { AppTransport } from './delivery/app-transport.ts';
import { EventOutbox } from './delivery/event-outbox.ts';
import { HttpTransport } from './delivery/http-transport.ts';
import { SocketHub } from './delivery/socket-hub.ts';
import { createLocalSlack } from './driver/create-local-slack.ts';
import type { LocalSlack } from './driver/local-slack.ts';
import { Faults } from './faults/faults.ts';
import { createFileRoutes } from './files/file-routes.ts';
import { InteractionDesk } from './interactions/interaction-desk.ts';
import { createResponseRoutes } from './interactions/response-addresses.ts';
import { readManifest } from './manifest/app-manifest.ts';
import { createPageRoutes } from './page-api/create-page-routes.ts';
import { createPageScript, type PageScript } from './page-api/page-script.ts';
import { startAutosave } from './state/autosave.ts';
import { startExpiries } from './state/expiries.ts';
import { forgetOldItems } from './state/forget-old.ts';
import type { LocalSlackState } from './state/local-slack-state.ts';
import { seedWorkspace } from './state/seed-workspace.ts';
import { loadState, requireStatePath } from './state/state-file.ts';
import { Workspace } from './state/workspace.ts';
import { createWebApi, type RecordedCall } from './web-api/create-web-api.ts';
import { RateLimiter } from './web-api/rate-limiter.ts';

export interface LocalSlackOptions {
  /** 0 (the default) takes a free one. */
  port?: number;
  /** Default: real time, ahead of it by what it has been advanced. */
  clock?: PlaygroundClock;
  /** Enforce Slack's rate limits. Default true. */
  rateLimits?: boolean;
  /** File to begin from when it exists, and which `save()` writes. */
  statePath?: string;
  /** Write the state to `statePath` a moment after each change, and at the end. Default false. */
  autosave?: boolean;
  /** State to begin with, instead of the sample workspace. */
  state?: LocalSlackState;
  /**
   * Deliver over signed HTTP requests to this address instead of Socket Mode. A function is asked
   * at each delivery, for apps that learn their port only when they start.
   */
  requestUrl?: string | (() => string);
  /**
   * The app's manifest, as JSON: what its token may do, what it is told and what people can do with
   * it. Without one everything is allowed.
   */
  manifest?: unknown;
  /** Name of the app in the sample workspace. Default: the manifest's, or Concord. */
  appName?: string;
  /** The page's script, for several local Slacks in one process. Default: one of its own. */
  pageScript?: PageScript;
}

/** New at every start, so that no page in a browser on this machine can know them. */
const createCredentials = () => ({
  botToken: `xoxb-local-${randomUUID()}`,
  appToken: `xapp-1-local-${randomUUID()}`,
  signingSecret: randomUUID().replaceAll('-', ''),
});

/**
 * Starts a local Slack on 127.0.0.1: Web API, Socket Mode, response addresses, and its page.
 *
 * @throws {PlaygroundError} `playground-state-unreadable` when the state file is no state,
 *   `playground-no-state-path` when it is to be saved and there is no path,
 *   `playground-manifest-invalid`.
 * @throws the system's error when the port is taken.
 */
export async function startLocalSlack(options: LocalSlackOptions = {}): Promise<LocalSlack> {
  const manifest = options.manifest === undefined ? null : readManifest(options.manifest);
  const saved = options.state ?? (await loadState(options.statePath));
  const clock = options.clock ?? createAcceleratedClock(1, saved?.clockOffset);
  const seed = (): LocalSlackState => seedWorkspace(clock.now(), options.appName ?? manifest?.name);
  const workspace = new Workspace(structuredClone(saved ?? seed()), clock, manifest);
  const autosave = options.autosave === true ? requireStatePath(options.statePath) : null;
  const credentials = createCredentials();
  const faults = new Faults((kind) => {
    if (kind === 'disconnect' && faults.isActive(kind)) hub.cut();
    workspace.announce({ type: 'faults-changed' });
  });
  const calls: RecordedCall[] = [];

  const application = express().disable('x-powered-by');
  const server = createServer(application);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  workspace.origin = origin;
  const webSocketUrl = `ws://127.0.0.1:${port}/link`;

  const hub = new SocketHub(workspace, server, () => webSocketUrl);
  const { requestUrl } = options;
  const transport: AppTransport =
    requestUrl === undefined
      ? hub
      : new HttpTransport(
          workspace,
          typeof requestUrl === 'string' ? () => requestUrl : requestUrl,
          credentials.signingSecret,
          faults,
        );
  const outbox = new EventOutbox(workspace, transport, faults);
  application.use(
    '/api',
    createWebApi({
      context: { workspace, openConnection: () => hub.openConnection() },
      tokens: { bot: credentials.botToken, app: credentials.appToken },
      rateLimiter: options.rateLimits === false ? null : new RateLimiter(clock),
      faults,
      onCall: (call) => {
        calls.push(call);
        forgetOldItems(calls);
      },
    }),
  );

  application.use(createFileRoutes(workspace, credentials.botToken));
  application.use(createResponseRoutes(workspace, faults));

  const pageScript = options.pageScript ?? createPageScript();
  const slack = createLocalSlack({
    workspace,
    hub,
    transport,
    outbox,
    desk: new InteractionDesk(workspace, transport),
    faults,
    calls,
    seed,
    expiries: startExpiries(workspace),
    statePath: options.statePath,
    autosave: autosave === null ? null : startAutosave(workspace, autosave),
    addresses: { url: `${origin}/api/`, pageUrl: `${origin}/`, webSocketUrl, ...credentials },
    preparePage: async () => void (await pageScript.read()),
    closeServer: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
  application.use(createPageRoutes({ slack, workspace, port, script: pageScript }));
  return slack;
}
