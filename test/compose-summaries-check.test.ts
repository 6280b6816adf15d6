import { expect, onTestFinished, test } from 'vitest';
import type { OpenLibrary } from '../src/compose.ts';
import { checkSummaries } from '../src/compose-summaries-check.ts';
import { openSummaries, studyText } from './summaries/open-summaries.ts';

async function check(texts: readonly string[]) {
  const opened = await openSummaries();
  onTestFinished(() => opened.close());
  for (const text of texts) await opened.publish(text);
  const library = async () => ({ store: opened.store }) as OpenLibrary;
  return checkSummaries({ chat: null }, library).run();
}

test('one publication is summarised to see that it can be', async () => {
  const { state, found } = await check([studyText]);
  expect(state).toBe('ok');
  expect(found).toMatch(/^written without a model; “Falls at home” in \d statements, \d+ ms/);
});

test('an empty library is nothing to mend', async () => {
  expect((await check([])).state).toBe('skipped');
});
