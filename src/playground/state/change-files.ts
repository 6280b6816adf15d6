import { PlaygroundError } from '../playground-error.ts';
import { type NewMessage, postMessage } from './change-messages.ts';
import type { Conversation } from './conversations.ts';
import type { FileOutline, SharedFile } from './files.ts';
import { lookUp } from './look-up.ts';
import type { Message } from './messages.ts';
import type { Workspace } from './workspace.ts';

/** Slack takes a gigabyte; here files lie in memory, and in the saved state. */
export const maximumFileBytes = 10_000_000;
const maximumFileBytesInAll = 50_000_000;
/** "A maximum of 10 files" can be shared in one message. */
export const maximumFilesPerMessage = 10;

const megabytes = (bytes: number): string => `${bytes / 1_000_000} MB`;

/**
 * Whether there is room for a file of so many bytes.
 *
 * @throws {PlaygroundError} `playground-file-empty`, `playground-file-too-large`,
 *   `playground-files-full`.
 */
export function requireRoom(workspace: Workspace, size: number): void {
  if (size === 0) {
    throw new PlaygroundError('playground-file-empty', 'the file is empty', {
      forPeople: 'This file is empty. Slack does not take empty files.',
    });
  }
  if (size > maximumFileBytes) {
    throw new PlaygroundError('playground-file-too-large', `${size} bytes`, {
      forPeople: `The local Slack takes files of up to ${megabytes(maximumFileBytes)}.`,
    });
  }
  const files = Object.values(workspace.state.files);
  const used = files.reduce((sum, file) => sum + file.size, 0);
  if (used + size > maximumFileBytesInAll) {
    throw new PlaygroundError('playground-files-full', `${used} bytes are used`, {
      forPeople: `The local Slack keeps files of ${megabytes(maximumFileBytesInAll)} in all. Reset it to make room.`,
    });
  }
}

/** Keeps a file, which nobody sees before it is shared. */
export function addFile(
  workspace: Workspace,
  about: Omit<FileOutline, 'id' | 'created'>,
  content: Uint8Array | null,
): SharedFile {
  const file: SharedFile = {
    ...about,
    id: workspace.nextId('F'),
    created: workspace.seconds(),
    content: content === null ? null : Buffer.from(content).toString('base64'),
    uploadTicket: content === null ? crypto.randomUUID() : null,
    shares: [],
  };
  workspace.state.files[file.id] = file;
  return file;
}

const outlineOf = ({ content, uploadTicket, shares, ...outline }: SharedFile): FileOutline =>
  outline;

/** Posts a message with files. */
export function shareFiles(
  workspace: Workspace,
  conversation: Conversation,
  files: readonly SharedFile[],
  message: NewMessage,
): Message {
  const posted = postMessage(workspace, conversation, {
    ...message,
    subtype: 'file_share',
    files: files.map(outlineOf),
  });
  for (const file of files) {
    const { channel, ts, threadTs } = posted;
    file.shares.push({ channel, ts, threadTs });
    workspace.announce({ type: 'file-shared', file: file.id, channel, user: posted.user });
  }
  return posted;
}

/** A complete file; undefined when there is none, or not all of it yet. */
export function completeFile(workspace: Workspace, id: string): SharedFile | undefined {
  const file = lookUp(workspace.state.files, id);
  return file?.uploadTicket === null ? file : undefined;
}

/** The bytes of a complete file. */
export const bytesOf = (file: SharedFile): Buffer => Buffer.from(file.content ?? '', 'base64');
