import type { Report } from '../report.ts';

const mostCharacters = 80;

/**
 * A name for a report's file that every system takes, such as `summary-joint-working.docx`.
 *
 * @param extension without a dot.
 */
export function reportFileName({ kind, title }: Report, extension: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-');
  const short = `${kind}-${words}`.toWellFormed().replace(/-{2,}/g, '-').slice(0, mostCharacters);
  return `${short.replace(/^-+|-+$/g, '')}.${extension}`;
}
