import { randomBytes } from 'node:crypto';
import express, {
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  Router,
} from 'express';
import { ConcordError } from '../../errors.ts';
import type { LocalSlack } from '../driver/local-slack.ts';
import { openDirectMessage } from '../state/change-conversations.ts';
import { closeAllModals } from '../state/change-views.ts';
import type { Workspace } from '../state/workspace.ts';
import { MethodError } from '../web-api/method-error.ts';
import { createPageFiles } from './page-files.ts';
import { PageHub } from './page-hub.ts';
import type { PageScript } from './page-script.ts';
import { createPageSession } from './page-session.ts';
import { contentPolicy, pageShell } from './page-shell.ts';
import { performAction } from './perform-action.ts';
import { projectState } from './project-state.ts';
import { readAction } from './read-action.ts';
import { channelOf, requireKnown } from './require-known.ts';
import { requireViewer } from './require-viewer.ts';
import { shareState } from './share-state.ts';

export interface PageRoutesOptions {
  slack: LocalSlack;
  workspace: Workspace;
  /** Where the server listens. */
  port: number;
  script: PageScript;
}

/** The page and what it talks to; see `page-protocol.ts`. Nothing of it answers other origins. */
export function createPageRoutes(options: PageRoutesOptions): Router {
  const { slack, workspace, script } = options;
  const session = createPageSession(options.port);
  const hub = new PageHub(workspace, () => shareState(slack, workspace));
  const router = Router();

  const onlyHere: RequestHandler = (request, response, next) => {
    response.set({
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
    });
    const isPage = request.path === '/';
    if (isPage ? session.isAddressedHere(request) : session.isOfPage(request)) next();
    else response.status(403).json({ ok: false, error: 'Load the page of the local Slack again.' });
  };

  router.get('/', onlyHere, (_request, response) => {
    const nonce = randomBytes(16).toString('base64');
    response.set('Content-Security-Policy', contentPolicy(nonce));
    response.set('Set-Cookie', session.cookie);
    response.type('html').send(pageShell(nonce));
  });
  router.use('/page', onlyHere);
  router.get('/page/main.js', async (_request, response) => {
    response.type('js').send(await script.read().catch(scriptOf));
  });
  router.get('/page/state', (request, response) => {
    const person = requireViewer(workspace, query(request, 'person'));
    // Everybody has the app in their sidebar, whether they have written to it or not.
    openDirectMessage(workspace, person.id);
    // Slack's modals end with the page they were opened on, and the app is not told of it.
    const isLoaded = query(request, 'loaded') !== undefined;
    if (isLoaded && !hub.isFollowed(person.id)) closeAllModals(workspace, person.id);
    const { revision } = hub;
    response.json(projectState(workspace, person, { revision, ...shareState(slack, workspace) }));
  });
  router.get('/page/changes', (request, response) => {
    const person = requireViewer(workspace, query(request, 'person'));
    const since = request.get('last-event-id') ?? query(request, 'since');
    hub.follow(person, since === undefined ? null : Number(since), response);
  });
  router.post('/page/act', express.json({ limit: '1mb' }), async (request, response) => {
    const { person, action } = readAction(request.body);
    const viewer = requireViewer(workspace, person);
    requireKnown(workspace, viewer, channelOf(action));
    response.json(await performAction(slack, viewer, action));
  });
  router.use(createPageFiles(slack, workspace));
  router.use(explain);
  return router;
}

function query(request: Request, name: string): string | undefined {
  const value = request.query[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** What went wrong, in words for the person at the page. */
const explain: ErrorRequestHandler = (error, _request, response, _next) => {
  const refused = { ok: false, error: describe(error) };
  const isExpected = error instanceof ConcordError || isOfBody(error);
  response.status(isExpected ? 400 : 500).json(refused);
};

/** Says on the page itself why it could not be built, which a failed request would not. */
function scriptOf(error: unknown): string {
  const reason = JSON.stringify(describe(error));
  return `document.getElementById('root').textContent = ${reason};\nthrow new Error(${reason});\n`;
}

function describe(error: unknown): string {
  if (error instanceof MethodError) {
    return `The app answered with something that Slack refuses (${error.code}).`;
  }
  if (error instanceof ConcordError) return error.forPeople;
  if (error instanceof Error && 'type' in error && error.type === 'entity.too.large') {
    return 'This is too large for the local Slack.';
  }
  return `The local Slack failed: ${error instanceof Error ? error.message : String(error)}`;
}

/** A body that is too long, or no JSON. */
const isOfBody = (error: unknown): boolean =>
  error instanceof Error && 'statusCode' in error && Number(error.statusCode) < 500;
