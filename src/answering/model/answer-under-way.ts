import type { Answered, Claim, Source } from '../answer.ts';
import { createCitations, sourcesOf } from '../citations.ts';
import { findDisagreements } from '../disagreement/find-disagreements.ts';
import type { OfferedClaim } from './claim-draft.ts';
import type { VerifiedClaim } from './verified-claim.ts';

/** What a model said of a claim besides the claim. */
export type ClaimPlace = Pick<OfferedClaim, 'number' | 'disagreesWith'>;

/** An answer that grows claim by claim. */
export interface AnswerUnderWay {
  /** Shows a claim, unless another says the same in the same words. */
  show(claim: VerifiedClaim, place: ClaimPlace): void;
  /** What was shown; null when nothing was. */
  finish(): Answered | null;
}

/** @param onClaim told of each claim that is shown. */
export function createAnswerUnderWay(
  onClaim: ((claim: Claim, sources: Source[]) => void) | undefined,
): AnswerUnderWay {
  const citations = createCitations();
  const claims: Claim[] = [];
  let sources: Source[] = [];
  /** Places in `claims`, by the number that the model counts. */
  const shownAt = new Map<number, number>();
  const marks: [number, number][] = [];

  return {
    show: ({ text, quotes, publications }, { number, disagreesWith }) => {
      marks.push([number, disagreesWith]);
      const known = claims.findIndex((claim) => claim.text === text);
      shownAt.set(number, known < 0 ? claims.length : known);
      if (known >= 0) return;
      const cited = citations.cite(quotes, publications);
      const claim: Claim = { text, quotes, citations: cited.citations };
      claims.push(claim);
      sources = cited.sources;
      onClaim?.(claim, sourcesOf(claim, sources));
    },
    finish: () => {
      if (claims.length === 0) return null;
      // Which of two claims points to the other says nothing, and either may have come later.
      const marked = marks.flatMap(([number, other]): [number, number][] => {
        const at = shownAt.get(number);
        const otherAt = shownAt.get(other);
        return at === undefined || otherAt === undefined ? [] : [[at, otherAt]];
      });
      const disagreements = findDisagreements(claims, sources, marked);
      return { kind: 'answer', composer: 'model', claims, sources, disagreements };
    },
  };
}
