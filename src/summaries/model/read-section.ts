import {
  type ClaimVerification,
  countDropped,
  createClaimIntake,
  type JudgeSupport,
  type LabelledPassages,
  type ModelCalls,
  type ModelRunFailure,
  readClaimsOf,
  type VerifiedClaim,
  verifyClaim,
} from '../../answering/index.ts';
import type { PublicationText } from '../../library/index.ts';
import { asData, ChatModelError } from '../../prompting/index.ts';
import { checkAlone } from './check-alone.ts';
import { checkItem } from './check-item.ts';
import { showSection } from './label-section.ts';
import { repairSection } from './repair-section.ts';
import { type OfferedSectionClaim, type SummaryClaim, sectionClaimDraft } from './summary-claim.ts';

export interface SectionRequest {
  /** From 1. */
  section: number;
  /** Of the publication. */
  title: string;
  passages: LabelledPassages;
  /** Of the publication, by its id. */
  texts: ReadonlyMap<string, PublicationText>;
  /** What the model is told to do, and for whom. */
  task: string;
  reader: string;
  /** Most claims that are read. */
  mostClaims: number;
  judge: JudgeSupport;
  /** Most claims that get a second attempt. */
  repairs: number;
  signal: AbortSignal;
}

export interface SectionRead {
  /** In the model's order. */
  claims: SummaryClaim[];
  /** Why the model's output was not read to its end; null when it was. */
  failure: ModelRunFailure | null;
}

const tokensOfClaim = 150;
const tokensBesides = 400;

/**
 * Has a model say what matters of one section, as claims of which each is verified as it arrives; one
 * that fails gets one more attempt. What is offered and dropped is counted in the run, and so is not
 * why a section failed: others may do.
 *
 * @throws {ChatModelError} when the model cannot be asked any more.
 * @throws the reason of the signal.
 */
export async function readSection(
  calls: ModelCalls,
  request: SectionRequest,
): Promise<SectionRead> {
  const { section, title, passages, texts, judge } = request;
  const claims: (SummaryClaim & { number: number })[] = [];
  const parts = {
    verify: (offered: OfferedSectionClaim): ClaimVerification => {
      const checked = verifyClaim(offered, passages, texts);
      if (!('claim' in checked)) return checked;
      const failure = checkAlone(checked.claim, title) ?? checkItem(offered.item, checked.claim);
      return failure === null ? checked : { failure };
    },
    judge,
    show: (claim: VerifiedClaim, { item, importance, number }: OfferedSectionClaim): void => {
      claims.push({ ...claim, item, importance, section, number });
    },
  };
  const intake = createClaimIntake<OfferedSectionClaim>(parts);
  const failure = await takeClaims(calls, request, (offered) => intake.take(offered));
  const rejected = await intake.settle();
  const dropped =
    failure === null ? await repairSection(calls, rejected, { ...request, ...parts }) : rejected;
  for (const one of dropped) countDropped(calls.run, one.failure);
  claims.sort((one, other) => one.number - other.number);
  return { claims: claims.map(({ number: _, ...claim }) => claim), failure };
}

/** Hands on what the model offers; tells why it did not come to its end. */
async function takeClaims(
  calls: ModelCalls,
  { title, passages, task, reader, mostClaims, signal }: SectionRequest,
  take: (offered: OfferedSectionClaim) => void,
): Promise<ModelRunFailure | null> {
  const { run } = calls;
  let failure: ModelRunFailure | null = null;
  const output = calls.stream({
    step: 'summarise',
    prompt: 'summarise-section',
    values: (marker) => ({
      task,
      reader,
      title: asData('title', title, marker),
      passages: showSection(passages, marker),
    }),
    mostTokens: mostClaims * tokensOfClaim + tokensBesides,
    signal,
    onEnd: (reason) => {
      if (reason !== 'complete') failure = reason;
    },
  });
  const offered = readClaimsOf(sectionClaimDraft, output, mostClaims);
  try {
    let next = await offered.next();
    for (; !next.done; next = await offered.next()) {
      run.offered += 1;
      take(next.value);
    }
    run.offered += next.value.skipped;
    return failure ?? (next.value.complete ? null : 'malformed');
  } catch (error) {
    if (!(error instanceof ChatModelError)) throw error;
    if (error.failure !== 'refused' && error.failure !== 'cut-off') throw error;
    return error.failure;
  }
}
