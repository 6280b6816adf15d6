import type { Claim, Source } from '../../answering/index.ts';
import type { MessageContent } from '../../messaging/index.ts';
import { claimPieces } from './answer-messages.ts';
import { composeMessages } from './compose-messages.ts';
import { describePublication } from './describe-publication.ts';
import { markup } from './markup.ts';
import { context, section } from './piece.ts';

/** Statements that were shown before somebody pressed Stop. */
export interface ShownClaims {
  claims: readonly Claim[];
  /** Those that the claims cite. */
  sources: readonly Source[];
}

const sentence = 'Stopped. Ask again whenever you like.';

/** What stands after somebody pressed Stop: what was shown before, with its sources, and that. */
export function stoppedMessages({ claims, sources }: ShownClaims): MessageContent[] {
  if (claims.length === 0) return composeMessages([section(markup`${sentence}`, sentence)]);
  return composeMessages([
    ...claims.flatMap((claim) => claimPieces(claim, sources)),
    context(markup`*Sources*`, 'Sources:'),
    ...sources.map((source) => {
      const { shown, spoken } = describePublication(source.publication, source);
      return context(markup`[${source.number}] ${shown}`, `[${source.number}] ${spoken}.`);
    }),
    context(markup`${sentence}`, sentence),
  ]);
}
