import {
  type AskForClaims,
  type ClaimVerification,
  claimDraft,
  type JudgeSupport,
  type LabelledPassages,
  type ModelCalls,
  type RejectedClaim,
  readClaimsOf,
  repairClaims,
  type VerifiedClaim,
} from '../../answering/index.ts';
import { asData } from '../../prompting/index.ts';
import type { SummaryItem } from '../summary.ts';
import { showSection } from './label-section.ts';
import type { OfferedSectionClaim } from './summary-claim.ts';

export interface SectionRepairParts {
  passages: LabelledPassages;
  verify(offered: OfferedSectionClaim): ClaimVerification;
  judge: JudgeSupport;
  show(claim: VerifiedClaim, offered: OfferedSectionClaim): void;
  /** Most claims that get a second attempt, each of which is a call. */
  repairs: number;
  signal: AbortSignal;
}

/** Of one section, whatever there is room for in the whole. */
const mostRepairs = 3;
/** Details are not worth a call. */
const leastImportance = 2;

/** What a claim is to answer, by its item. */
const questionOf: Readonly<Record<SummaryItem, string>> = {
  about: 'What is this publication, and what is it about?',
  authorship: 'Who wrote, published or paid for this publication, and when?',
  findings: 'What does this publication find or say?',
  recommendations: 'What does this publication recommend?',
  methods: 'How was it done: where, when, with whom and with what data?',
  limits: 'What are the limits of this publication?',
  'primary-care': 'What does this publication say of primary care?',
  'secondary-care': 'What does this publication say of secondary care?',
};

/**
 * Gives the most important of a section's rejected claims one more attempt each. The model sees only
 * the passages that the claim named, since a section is too long to be read again for each. Gives
 * those that stay rejected.
 *
 * @throws the reason of the signal.
 */
export async function repairSection(
  calls: ModelCalls,
  rejected: readonly RejectedClaim<OfferedSectionClaim>[],
  { passages, repairs, signal, ...parts }: SectionRepairParts,
): Promise<RejectedClaim<OfferedSectionClaim>[]> {
  const dropped: RejectedClaim<OfferedSectionClaim>[] = [];
  let done = 0;
  const ranked = rejected.toSorted(
    (one, other) => other.offered.importance - one.offered.importance,
  );
  // Not those of a run that has failed: it is for the caller to say why.
  const tally = { repaired: 0, failure: null };
  for (const one of ranked) {
    const { importance, item, quotes } = one.offered;
    const named = new Set(quotes.map(({ passage }) => passage));
    const shown = new Map([...passages].filter(([id]) => named.has(id)));
    const isWorth = importance >= leastImportance && shown.size > 0;
    if (!isWorth || done >= Math.min(mostRepairs, repairs) || tally.failure !== null) {
      dropped.push(one);
      continue;
    }
    done += 1;
    const ask: AskForClaims = (call) =>
      readClaimsOf(
        claimDraft,
        calls.stream({
          ...call,
          signal,
          values: (marker) => ({
            question: asData('question', questionOf[item], marker),
            passages: showSection(shown, marker),
            ...call.values(marker),
          }),
        }),
      );
    dropped.push(...(await repairClaims([one], { ...parts, ask, run: tally })));
  }
  calls.run.repaired += tally.repaired;
  return dropped;
}
