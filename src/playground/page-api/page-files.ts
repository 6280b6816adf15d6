import express, { Router } from 'express';
import { z } from 'zod';
import type { LocalSlack } from '../driver/local-slack.ts';
import { fileType } from '../files/file-type.ts';
import { PlaygroundError } from '../playground-error.ts';
import { bytesOf, completeFile, maximumFileBytes } from '../state/change-files.ts';
import type { SharedFile } from '../state/files.ts';
import type { Person } from '../state/people.ts';
import type { Workspace } from '../state/workspace.ts';
import type { PageActResult } from './page-protocol.ts';
import { isIn } from './project-state.ts';
import { requireKnown } from './require-known.ts';
import { requireViewer } from './require-viewer.ts';

const uploadSchema = z.object({
  person: z.string().min(1).max(255),
  channel: z.string().min(1).max(255).optional(),
  thread: z.string().min(1).max(255).optional(),
  name: z.string().min(1).max(255),
  title: z.string().max(255).optional(),
});

const mayRead = (workspace: Workspace, file: SharedFile, person: Person): boolean =>
  file.userId === person.id || file.shares.some(({ channel }) => isIn(workspace, channel, person));

/** Takes the files that people share on the page, and gives them back to those who see them. */
export function createPageFiles(slack: LocalSlack, workspace: Workspace): Router {
  const router = Router();
  const takesBody = express.raw({ type: () => true, limit: maximumFileBytes });

  router.post('/page/upload', takesBody, async (request, response) => {
    const parsed = uploadSchema.safeParse(request.query);
    if (!parsed.success) {
      throw new PlaygroundError('playground-upload-invalid', z.prettifyError(parsed.error), {
        forPeople: `The file cannot be shared:\n${z.prettifyError(parsed.error)}`,
      });
    }
    const { person, channel, thread, name, title } = parsed.data;
    const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const file = { name, mimeType: fileType(name).mimeType, bytes, ...(title && { title }) };
    const viewer = requireViewer(workspace, person);
    const actor = slack.actAs(viewer.id);
    if (channel === undefined) {
      const result: PageActResult = { ok: true, file: actor.keepFile(file).id };
      response.json(result);
      return;
    }
    requireKnown(workspace, viewer, channel);
    const { ts } = await actor.upload(
      channel,
      file,
      thread === undefined ? {} : { threadTs: thread },
    );
    const result: PageActResult = { ok: true, ts };
    response.json(result);
  });

  router.get('/page/files/:id', (request, response) => {
    const { person } = request.query;
    const viewer = requireViewer(workspace, typeof person === 'string' ? person : undefined);
    const file = completeFile(workspace, request.params.id);
    if (file === undefined || !mayRead(workspace, file, viewer)) {
      response.status(404).json({ ok: false, error: 'There is no such file, or not for you.' });
      return;
    }
    // Files come from people: a browser saves them, and runs nothing that is in them.
    response.set('Content-Security-Policy', "default-src 'none'; sandbox");
    response.attachment(file.name).type(file.mimeType).send(bytesOf(file));
  });
  return router;
}
