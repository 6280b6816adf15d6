import type { AskProgress, Source } from '../../answering/index.ts';
import type { LiveReply } from '../../messaging/index.ts';
import { claimBlocks } from '../blocks/answer-messages.ts';
import type { Piece } from '../blocks/piece.ts';
import type { ShownClaims } from '../blocks/stopped-messages.ts';
import type { ProgressStatus } from './progress-status.ts';
import { progressText } from './status-texts.ts';

/** Keeps what has been shown of an answer, and shows it. */
export function createShown(
  status: ProgressStatus,
  reply: LiveReply | null,
  introduction: Piece | null,
): { claims: ShownClaims; onProgress(progress: AskProgress): void } {
  const sources = new Map<number, Source>();
  const claims: ShownClaims['claims'][number][] = [];
  return {
    claims: {
      claims,
      get sources() {
        return [...sources.values()].sort((one, other) => one.number - other.number);
      },
    },
    onProgress(progress) {
      const text = progressText(progress);
      if (text !== null) status.show(text);
      if (progress.kind !== 'claim' || reply === null) return;
      status.pause();
      if (claims.length === 0 && introduction !== null) reply.append([introduction.block]);
      claims.push(progress.claim);
      for (const source of progress.sources) sources.set(source.number, source);
      reply.append(claimBlocks(progress.claim, progress.sources));
    },
  };
}
