import type { Exchange, ModelRun } from '../answering/index.ts';

/** What answering took, and what a model did for it, for whoever wonders about time and cost. */
export function describeModelRun({ modelRun, durationMs }: Exchange): string {
  if (modelRun === null) return `Time:         ${milliseconds(durationMs)}, without a model`;
  const { model, usage, cachedFrom, failure, ownMs, retrievalMs } = modelRun;
  const steps = modelRun.steps.map(
    ({ step, calls, ms }) => `${step} ${milliseconds(ms)}${calls === 1 ? '' : ` (${calls} calls)`}`,
  );
  const cached = usage.cachedInput === 0 ? '' : ` (${count(usage.cachedInput)} from its cache)`;
  return [
    `Time:         ${milliseconds(durationMs)}; Concord’s own ${milliseconds(ownMs)}, with retrieval ${milliseconds(retrievalMs)}`,
    `Model:        ${[model, ...steps].join(', ')}`,
    `Tokens:       ${count(usage.input)} in${cached}, ${count(usage.output)} out; ${costOf(modelRun)}`,
    ...(cachedFrom === null ? [`Claims:       ${claimsOf(modelRun)}`] : []),
    ...(cachedFrom === null ? [] : [`Given again:  the answer of ${cachedFrom}`]),
    ...(failure === null ? [] : [`Failure:      ${failure}`]),
  ].join('\n');
}

function costOf({ costMicros }: ModelRun): string {
  // To the hundredth of a cent, which is what an answer may cost.
  return costMicros === null ? 'price not known' : `$${(costMicros / 1_000_000).toFixed(4)}`;
}

function claimsOf({ offered, repaired, dropped }: ModelRun): string {
  const reasons = Object.entries(dropped).map(([code, times]) => `${code} ${times}`);
  const parts = [`${offered} offered`, `${repaired} repaired`];
  return [...parts, `dropped: ${reasons.length === 0 ? 'none' : reasons.join(', ')}`].join(', ');
}

function milliseconds(ms: number): string {
  return `${count(Math.round(ms))} ms`;
}

function count(number: number): string {
  return number.toLocaleString('en-GB');
}
