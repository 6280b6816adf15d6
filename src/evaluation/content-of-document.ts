import { createHash } from 'node:crypto';
import {
  assembleText,
  type PublicationContent,
  plainTextBlocks,
  publicationIdOf,
  splitIntoPassages,
} from '../library/index.ts';
import type { EvaluationDocument } from './evaluation-library.ts';

/**
 * A document as ingestion would store a plain text file of it.
 *
 * @param now UTC ms.
 */
export function contentOfDocument(
  { source, title, text }: EvaluationDocument,
  now: number,
): PublicationContent {
  const { blocks, ...stored } = assembleText(plainTextBlocks(text.trim() === '' ? title : text));
  return {
    publication: {
      id: publicationIdOf(source),
      source,
      title,
      authors: [],
      date: null,
      kind: 'paper',
      audience: 'public',
      link: null,
      status: 'current',
      supersededBy: null,
      embargoedUntil: null,
      language: 'en',
      illustrative: false,
      format: 'text',
      pageCount: null,
      pageLabels: null,
      contentHash: createHash('sha256').update(title).update('\n').update(text).digest('hex'),
      addedAt: now,
      changedAt: now,
      retiredAt: null,
    },
    text: stored,
    passages: splitIntoPassages({ ...stored, blocks }),
  };
}
