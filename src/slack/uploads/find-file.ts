import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { platformCodeOf, toLookupError } from '../web/messenger-error.ts';
import { FileRefused } from './file-refused.ts';
import { hasReadableName, mostFileBytes, readableFiles } from './uploaded-file.ts';

/** A file that can be fetched. */
export interface FoundFile {
  name: string;
  /** Bytes. */
  size: number;
  /** Where it is fetched with Concord's token. */
  address: string;
}

const infoAnswer = z.object({
  file: z.object({
    name: z.string().nullish(),
    size: z.number().int().nonnegative().default(0),
    mode: z.string().default('hosted'),
    is_external: z.boolean().default(false),
    url_private_download: z.string().optional(),
    url_private: z.string().optional(),
  }),
});

/** Slack's codes for files that nobody gets any more, or not Concord. */
const goneCodes = new Set(['file_deleted', 'file_not_found', 'not_visible']);
/** Modes of what has no bytes any more. */
const goneModes = new Set(['tombstone', 'hidden_by_limit']);

/**
 * Asks Slack what a file is now, whatever an event has said of it.
 *
 * @throws {FileRefused} it is not read.
 * @throws {MessengerUnavailable | MessageRateLimited} ask again later.
 */
export async function findFile(client: WebClient, id: string): Promise<FoundFile> {
  const answer = await client.files.info({ file: id }).catch((error: unknown) => {
    const code = platformCodeOf(error) ?? '';
    if (goneCodes.has(code)) throw notThere(error);
    if (code === 'missing_scope') throw notGiven(error);
    throw toLookupError(error);
  });
  const { file } = infoAnswer.parse(answer);
  if (goneModes.has(file.mode)) throw notThere();
  if (file.is_external || file.mode === 'external') {
    throw new FileRefused(
      'kept-elsewhere',
      'This file is kept outside Slack, where I cannot get it. Download it, for example as a PDF, and send me that.',
    );
  }
  const name = file.name ?? '';
  if (!hasReadableName(name)) throw unreadable();
  if (file.size > mostFileBytes) throw tooLarge();
  const address = file.url_private_download ?? file.url_private;
  if (address === undefined) throw notGiven();
  return { name, size: file.size, address };
}

export const notGiven = (cause?: unknown): FileRefused =>
  new FileRefused(
    'not-given',
    'Slack does not let me have this file. Please tell whoever looks after Concord: it needs the permission “files:read”, for which it may have to be installed in the workspace again.',
    cause,
  );

const notThere = (cause?: unknown): FileRefused =>
  new FileRefused(
    'gone',
    'I cannot see this file: it was deleted, or it is where I am not. Send it to me in a direct message.',
    cause,
  );

const unreadable = (): FileRefused =>
  new FileRefused('format-unknown', `I cannot read this kind of file, only ${readableFiles}.`);

export const tooLarge = (): FileRefused =>
  new FileRefused(
    'too-large',
    `This file is too large: I read files of up to ${mostFileBytes / 1_000_000} MB. Send me the part that matters.`,
  );
