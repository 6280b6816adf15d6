import { afterEach } from 'vitest';
import { PrivateTexts } from './private-texts.ts';
import { watchPrivateTexts } from './watch-private-texts.ts';
import { loggedEntries } from './watched-log.ts';

const texts = new PrivateTexts();
watchPrivateTexts(texts);
// Files that share their modules share this list, too.
let checked = loggedEntries.length;

/** No log line says what people wrote or were told, in any test. */
afterEach(() => {
  const entries = loggedEntries.slice(checked);
  checked = loggedEntries.length;
  const leaks = texts.leaksIn(entries);
  if (leaks.length === 0) return;
  const lines = leaks.map(({ event, logged }) => `  ${event}: ${logged}`).join('\n');
  throw new Error(`the log repeats what somebody wrote or was told:\n${lines}`);
});
