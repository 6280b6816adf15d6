import { expect, test } from 'vitest';
import type { Publication } from '../../../src/library/index.ts';
import { describeObstacles, findObstacles } from '../../../src/slack/asking/may-share.ts';
import { samplePublication } from '../../fakes/sample-publication.ts';
import { answered } from '../../fakes/scripted-ask.ts';
import { createScriptedLibrary } from '../../fakes/scripted-library.ts';
import { createTestClock } from '../../fakes/test-clock.ts';

const clock = createTestClock();

/** What stands in the way of members when the publication is by now as given. */
async function obstacles(now: Partial<Publication> | null) {
  const then = samplePublication({ audience: 'members' });
  const publications = now === null ? [] : [{ ...then, ...now }];
  const library = createScriptedLibrary({ publications });
  return findObstacles({ library, clock }, answered(['A.'], then), ['public', 'members']);
}

test('an answer may be shared while its source is what it was and readable', async () => {
  expect(await obstacles({})).toBeNull();
  expect(await obstacles({ title: 'Another title', audience: 'public' })).toBeNull();
  expect(await obstacles({ embargoedUntil: clock.now() })).toBeNull();
});

test.each([
  ['is for leads by now', { audience: 'leads' as const }, 'closed'],
  ['is for a group by now', { audience: 'group:board' as const }, 'closed'],
  ['is held back by now', { embargoedUntil: clock.now() + 1 }, 'closed'],
  ['reads differently by now', { contentHash: 'b'.repeat(64) }, 'changed'],
  ['was retired', { retiredAt: 1 }, 'changed'],
  ['is gone', null, 'changed'],
])('not when its source %s', async (_name, now, why) => {
  expect(await obstacles(now)).toEqual({ closed: [], changed: [], [why]: [1] });
});

test('the asker is told which sources stand in the way', () => {
  expect(describeObstacles({ closed: [1, 3], changed: [2] })).toBe(
    'This answer was not shared: not everybody here may read sources [1], [3], and source [2] changed or left the library since you asked. I can ask again with what everybody here may read, and share that answer.',
  );
});
