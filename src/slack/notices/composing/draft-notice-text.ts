import type { Audience } from '../../../people/index.ts';
import { type Summaries, summaryInShort } from '../../../summaries/index.ts';
import type { LibraryView } from '../../library-view.ts';
import { usualSummary } from '../../uploads/wanted-summary.ts';
import { draftFromText, mostDraftCharacters } from './draft-text.ts';

/**
 * A text to begin with, for a notice of a publication: the first statements of its summary, each
 * backed by a quote, or its abstract where there is no summary in time. May be empty.
 *
 * @param writer who writes the notice, and what they may read.
 */
export type DraftNoticeText = (
  publicationId: string,
  writer: { person: string; audiences: readonly Audience[] },
) => Promise<string>;

export interface DraftNoticeTextOptions {
  summaries: Pick<Summaries, 'summarise'>;
  library: Pick<LibraryView, 'text'>;
  /** How long a summary is waited for, ms. */
  mostMs: number;
}

export function createDraftNoticeText({
  summaries,
  library,
  mostMs,
}: DraftNoticeTextOptions): DraftNoticeText {
  return async (publicationId, { person, audiences }) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<string>((resolve) => {
      timer = setTimeout(() => resolve(''), mostMs);
    });
    // One that comes too late is kept: whoever asks for it under the notice has it at once.
    const summary = summaries
      .summarise({ ...usualSummary, publicationId, asker: person, audiences })
      .then(
        ({ report }) => summaryInShort(report, mostDraftCharacters),
        () => '',
      );
    const drafted = await Promise.race([summary, late]).finally(() => clearTimeout(timer));
    if (drafted !== '') return drafted;
    const text = await library.text(publicationId);
    return text === null ? '' : draftFromText(text);
  };
}
