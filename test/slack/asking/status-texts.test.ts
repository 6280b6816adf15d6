import { expect, test } from 'vitest';
import type { AskProgress } from '../../../src/answering/index.ts';
import { progressText } from '../../../src/slack/asking/status-texts.ts';

test.each<[AskProgress, string | null]>([
  [{ kind: 'searching' }, null],
  [{ kind: 'planning' }, 'Working out what to look up…'],
  [{ kind: 'searching-parts', parts: 3 }, 'Looking up the 3 parts of your question…'],
  [{ kind: 'researching', step: 1 }, 'Looking further…'],
  [{ kind: 'researching', step: 2 }, 'Looking further (step 2)…'],
  [{ kind: 'reading', publications: 1, passages: 4 }, 'Reading 1 publication…'],
  [{ kind: 'comparing', publications: 3, passages: 9 }, 'Comparing 3 publications…'],
])('%o: %s', (progress, text) => {
  expect(progressText(progress)).toBe(text);
});
