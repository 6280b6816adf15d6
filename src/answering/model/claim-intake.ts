import type { OfferedClaim } from './claim-draft.ts';
import type { JudgeSupport } from './judge-support.ts';
import type { ClaimFailure, ClaimVerification, VerifiedClaim } from './verified-claim.ts';

/** A claim that is not shown. */
export interface RejectedClaim<Offered extends OfferedClaim = OfferedClaim> {
  offered: Offered;
  /** The check it failed last. */
  failure: ClaimFailure;
}

export interface ClaimIntakeParts<Offered extends OfferedClaim = OfferedClaim> {
  verify(offered: Offered): ClaimVerification;
  judge: JudgeSupport;
  show(claim: VerifiedClaim, offered: Offered): void;
}

/** Takes claims as they come, so that others can be read while one is judged. */
export interface ClaimIntake<Offered extends OfferedClaim = OfferedClaim> {
  /** Shows the claim once it is verified and those before it have been shown or rejected. */
  take(offered: Offered): void;
  /**
   * Waits for the judgements under way. Gives the rejected claims in the model's order.
   *
   * @throws what the judge throws; nothing is shown after that.
   */
  settle(): Promise<RejectedClaim<Offered>[]>;
}

export const notSupported: ClaimFailure = {
  code: 'not-supported',
  problem:
    'The quotes do not say all of the claim, or the claim goes further than they do: keep closer to their words.',
};

export function createClaimIntake<Offered extends OfferedClaim>({
  verify,
  judge,
  show,
}: ClaimIntakeParts<Offered>): ClaimIntake<Offered> {
  const rejected: RejectedClaim<Offered>[] = [];
  let underWay = 0;
  let last: Promise<void> = Promise.resolve();

  return {
    take: (offered) => {
      const checked = verify(offered);
      if ('failure' in checked) {
        rejected.push({ offered, failure: checked.failure });
        return;
      }
      const opinion = judge(checked.claim);
      if (opinion === null && underWay === 0) {
        show(checked.claim, offered);
        return;
      }
      underWay += 1;
      last = Promise.all([opinion ?? true, last]).then(([isSupported]) => {
        underWay -= 1;
        if (isSupported) show(checked.claim, offered);
        else rejected.push({ offered, failure: notSupported });
      });
      // Whoever asked may stop before the end, and nobody waits for this any more.
      last.catch(() => {});
    },
    settle: async () => {
      await last;
      return rejected.sort((one, other) => one.offered.number - other.offered.number);
    },
  };
}
