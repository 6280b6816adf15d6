import express, { type ErrorRequestHandler, type Request, type Response, Router } from 'express';
import { bytesOf, completeFile, maximumFileBytes } from '../state/change-files.ts';
import type { SharedFile } from '../state/files.ts';
import { isMember } from '../state/find.ts';
import type { Workspace } from '../state/workspace.ts';

/** Room for what multipart encoding adds. */
const overhead = 100_000;

/** A body as it is, or the file in a form. */
async function uploadedBytes(request: Request): Promise<Buffer> {
  const body: unknown = request.body;
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  const type = request.get('content-type') ?? '';
  if (!type.startsWith('multipart/form-data')) return bytes;
  const form = await new globalThis.Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': type },
  }).formData();
  const file = [...form.values()].find((value) => value instanceof Blob);
  return Buffer.from((await file?.arrayBuffer()) ?? new ArrayBuffer(0));
}

/** Whether the app may read a file: it is its own, or shared where the app is. */
export function mayRead(workspace: Workspace, file: SharedFile): boolean {
  const { app, conversations } = workspace.state;
  if (file.userId === app.botUserId) return true;
  return file.shares.some(({ channel }) => {
    const conversation = conversations[channel];
    return conversation !== undefined && isMember(conversation, app.botUserId);
  });
}

/**
 * The addresses that take the bytes of uploads and give them back. As with Slack, whoever asks for
 * a file without a token that may read it gets a page to sign in on, with status 200.
 *
 * @param botToken the token that reads files.
 */
export function createFileRoutes(workspace: Workspace, botToken: string): Router {
  const router = Router();
  const takesBody = express.raw({ type: () => true, limit: maximumFileBytes + overhead });

  router.post('/upload/v1/:ticket', takesBody, async (request, response) => {
    const { ticket } = request.params;
    const file = Object.values(workspace.state.files).find(
      (candidate) => candidate.uploadTicket === ticket && candidate.content === null,
    );
    const bytes = await uploadedBytes(request);
    if (file === undefined) response.status(404).send('not found');
    else if (bytes.length !== file.size) {
      response.status(400).send(`expected ${file.size} bytes, got ${bytes.length}`);
    } else {
      file.content = bytes.toString('base64');
      response.send(`OK - ${bytes.length}`);
    }
  });

  const send = (request: Request, response: Response): void => {
    const { place } = request.params;
    const id = String(place).slice(workspace.state.team.id.length + 1);
    const file = completeFile(workspace, id);
    const { manifest } = workspace;
    const isAllowed =
      request.get('authorization') === `Bearer ${botToken}` &&
      (manifest === null || manifest.scopes.includes('files:read'));
    response.set({ 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' });
    if (!isAllowed) response.type('html').send('<!doctype html><title>Sign in | Slack</title>');
    else if (file === undefined || !mayRead(workspace, file)) response.status(404).send();
    else response.attachment(file.name).type(file.mimeType).send(bytesOf(file));
  };
  router.get('/files-pri/:place/:name', send);
  router.get('/files-pri/:place/download/:name', send);
  router.use(handleTooLarge);
  return router;
}

const handleTooLarge: ErrorRequestHandler = (error, _request, response, next) => {
  const isTooLarge = error instanceof Error && 'type' in error && error.type === 'entity.too.large';
  if (isTooLarge) response.status(413).send('too large');
  else next(error);
};
