import { test } from 'vitest';
import { createLog } from '../../../src/observability/log.ts';
import { openDatabase } from '../../../src/storage/database.ts';
import { createInbox } from '../../../src/storage/inbox.ts';

// Run by guards.test.ts in a run of its own, which has to pass.
test('a log line that names ids alone', async () => {
  const database = await openDatabase(':memory:');
  const inbox = createInbox(database, { now: () => 0 });
  const place = { eventId: 'event-one-two', conversation: 'C1:1', position: '1', person: 'U1' };
  await inbox.add({ ...place, body: { event: { text: 'How should we judge success?' } } });
  createLog('silent').info(
    { event_id: 'event-one-two', conversation: 'C1:1' },
    'question-taken-up',
  );
  await database.close();
});
