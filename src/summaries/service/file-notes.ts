import type { ModelRun } from '../../answering/index.ts';

/**
 * What people are told of what became of the persons in a file of theirs.
 *
 * @param found kinds of identifier that were taken out.
 * @param run what a model did; null when none was asked.
 */
export function fileNotes(found: readonly string[], run: ModelRun | null): string[] {
  const taken = `What identifies people was taken out of the file before it was summarised: ${found.join(', ')}.`;
  const model = 'The language model was given the text of the file, with the names that are in it.';
  const isRead = run !== null && run.steps.length > 0;
  return [...(found.length === 0 ? [] : [taken]), ...(isRead ? [model] : [])];
}
