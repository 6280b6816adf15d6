import { test } from 'vitest';
import { createLog } from '../../../src/observability/log.ts';
import { openDatabase } from '../../../src/storage/database.ts';
import { createInbox } from '../../../src/storage/inbox.ts';

const question = 'How should we judge whether joint working is succeeding?';

// Run by guards.test.ts in a run of its own, which has to fail.
test('a log line that repeats part of a question', async () => {
  const database = await openDatabase(':memory:');
  const inbox = createInbox(database, { now: () => 0 });
  const place = { eventId: 'one', conversation: 'C1:1', position: '1', person: 'U1' };
  await inbox.add({ ...place, body: { event: { text: question } } });
  createLog('silent').info({ about: `${question.slice(0, 40)}…` }, 'question-taken-up');
  await database.close();
});
