import { z } from 'zod';
import { formatOfExtension } from '../../library/index.ts';

/** More in one message are not looked at; Slack allows ten. */
const mostFiles = 10;

/** Largest file that is fetched, bytes. */
export const mostFileBytes = 30_000_000;

/** What people are told they can send. */
export const readableFiles = 'PDF, Word (.docx), PowerPoint (.pptx), HTML, Markdown and text files';

const fileObject = z.object({
  id: z.string().regex(/^F[A-Z0-9]{1,40}$/),
  name: z.string().max(1_000).nullish(),
  size: z.number().int().nonnegative().optional(),
});

/** A file that came with a message, as far as the message tells. */
export interface UploadedFile {
  id: string;
  /** As its sender named it; words of a person. Empty when Slack does not say. */
  name: string;
  /** Bytes; null when Slack does not say. */
  size: number | null;
  /** Whether its name promises a format that is read, or is not known yet. */
  isReadable: boolean;
}

/** Reads the files of a message; what Slack tells nothing of is left out. */
export function readUploadedFiles(files: readonly unknown[]): UploadedFile[] {
  return files.slice(0, mostFiles).flatMap((each) => {
    const parsed = fileObject.safeParse(each);
    if (!parsed.success) return [];
    const { id, size = null } = parsed.data;
    const name = parsed.data.name ?? '';
    // Of files of other organisations Slack tells more only when it is asked.
    const isReadable = name === '' || hasReadableName(name);
    return [{ id, name, size, isReadable }];
  });
}

/** Whether a file's name ends as those do that are read. */
export function hasReadableName(name: string): boolean {
  const extension = /\.[a-z0-9]+$/i.exec(name.trim())?.[0].toLowerCase() ?? '';
  return extension in formatOfExtension;
}
