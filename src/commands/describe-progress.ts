import type { AskProgress } from '../answering/index.ts';

/** What is being done, if it takes so long that people wonder; null for the rest. */
export function describeProgress(progress: AskProgress): string | null {
  if (progress.kind === 'planning') return 'Working out what to look up…';
  if (progress.kind === 'researching') return `Looking further (step ${progress.step})…`;
  return null;
}
