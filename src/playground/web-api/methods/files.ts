import { z } from 'zod';
import { mayRead } from '../../files/file-routes.ts';
import { fileType } from '../../files/file-type.ts';
import { PlaygroundError } from '../../playground-error.ts';
import {
  addFile,
  completeFile,
  maximumFilesPerMessage,
  requireRoom,
  shareFiles,
} from '../../state/change-files.ts';
import type { SharedFile } from '../../state/files.ts';
import { lookUp } from '../../state/look-up.ts';
import type { Workspace } from '../../state/workspace.ts';
import { presentFileWithShares } from '../../wire/present-file.ts';
import { decoded, integer, list, nested, requiredText, text } from '../argument-types.ts';
import { defineMethod } from '../define-method.ts';
import { readContent } from '../message-content.ts';
import { MethodError } from '../method-error.ts';
import { writableChannel } from '../require-channel.ts';
import { requireThread } from '../require-thread.ts';

/** `files.getUploadURLExternal`: an address that takes the bytes of one file. */
export const filesGetUploadUrlExternal = defineMethod({
  name: 'files.getUploadURLExternal',
  arguments: z.looseObject({
    filename: requiredText,
    length: integer.pipe(z.number().min(1, 'must be greater than 0')),
    alt_txt: text.optional(),
    snippet_type: text.optional(),
  }),
  run({ workspace }, values) {
    try {
      requireRoom(workspace, values.length);
    } catch (error) {
      if (!(error instanceof PlaygroundError)) throw error;
      throw new MethodError('file_upload_size_restricted', { detail: error.forPeople });
    }
    const { filename: name, length: size } = values;
    const { mimeType } = fileType(name);
    const userId = workspace.state.app.botUserId;
    const file = addFile(workspace, { name, title: name, mimeType, size, userId }, null);
    return { upload_url: `${workspace.origin}/upload/v1/${file.uploadTicket}`, file_id: file.id };
  },
});

const named = z.looseObject({ id: z.string(), title: z.string().optional() });

/** @throws {MethodError} `file_not_found` for files of others, or not uploaded. */
function uploadedFile(workspace: Workspace, { id, title }: z.infer<typeof named>): SharedFile {
  const file = lookUp(workspace.state.files, id);
  const isOwn = file?.userId === workspace.state.app.botUserId;
  if (file === undefined || !isOwn || file.content === null || file.shares.length > 0) {
    throw new MethodError('file_not_found');
  }
  if (title !== undefined && title !== '') file.title = title;
  return file;
}

/** `files.completeUploadExternal`: ends an upload, and shares its files. */
export const filesCompleteUploadExternal = defineMethod({
  name: 'files.completeUploadExternal',
  arguments: z.looseObject({
    files: nested(z.array(named).min(1).max(maximumFilesPerMessage)),
    channel_id: text.optional(),
    channels: list.optional(),
    thread_ts: text.optional(),
    initial_comment: text.optional(),
    blocks: decoded.optional(),
  }),
  run({ workspace }, values) {
    const ids = values.channel_id ? [values.channel_id] : (values.channels ?? []);
    const conversations = ids.map((id) => writableChannel(workspace, id));
    for (const conversation of conversations) requireThread(conversation, values.thread_ts);
    const { initial_comment: comment, blocks } = values;
    // "If the initial_comment field is provided, the blocks field is ignored."
    const said = comment ? { text: comment } : blocks === undefined ? null : { blocks };
    const content = said === null ? { text: '' } : readContent(workspace, said);
    const files = values.files.map((each) => uploadedFile(workspace, each));
    for (const file of files) file.uploadTicket = null;
    for (const conversation of conversations) {
      shareFiles(workspace, conversation, files, {
        user: workspace.state.app.botUserId,
        isFromApp: true,
        ...content,
        threadTs: values.thread_ts || null,
      });
    }
    return { files: files.map((file) => presentFileWithShares(workspace, file)) };
  },
});

/** `files.info`: what a file is and where it was shared. */
export const filesInfo = defineMethod({
  name: 'files.info',
  arguments: z.looseObject({ file: requiredText }),
  run({ workspace }, values) {
    const file = completeFile(workspace, values.file);
    if (file === undefined || !mayRead(workspace, file)) throw new MethodError('file_not_found');
    return { file: presentFileWithShares(workspace, file), comments: [] };
  },
});
