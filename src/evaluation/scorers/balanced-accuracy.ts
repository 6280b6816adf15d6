/** One decision and what it should have been. */
export interface Decision {
  expected: boolean;
  actual: boolean;
}

export interface BalancedAccuracy {
  /** Share of the decisions expected true that are; null when there are none. */
  truePositiveRate: number | null;
  /** Share of the decisions expected false that are; null when there are none. */
  trueNegativeRate: number | null;
  /** Mean of both rates; null when either is not defined. */
  balancedAccuracy: number | null;
}

/** Accuracy that a guess at the larger class cannot raise above one half. */
export function balancedAccuracy(decisions: readonly Decision[]): BalancedAccuracy {
  const truePositiveRate = rate(decisions.filter((decision) => decision.expected));
  const trueNegativeRate = rate(decisions.filter((decision) => !decision.expected));
  return {
    truePositiveRate,
    trueNegativeRate,
    balancedAccuracy:
      truePositiveRate === null || trueNegativeRate === null
        ? null
        : (truePositiveRate + trueNegativeRate) / 2,
  };
}

function rate(decisions: readonly Decision[]): number | null {
  if (decisions.length === 0) return null;
  return decisions.filter(({ expected, actual }) => expected === actual).length / decisions.length;
}
