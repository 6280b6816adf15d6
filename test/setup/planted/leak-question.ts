import { createLog } from '../../../src/observability/log.ts';
import { openDatabase } from '../../../src/storage/database.ts';
import { createInbox } from '../../../src/storage/inbox.ts';

const question = 'How should we judge whether joint working is succeeding?';

/** Stores a question and logs part of it. */
export async function leakQuestion(): Promise<void> {
  const database = await openDatabase(':memory:');
  const inbox = createInbox(database, { now: () => 0 });
  const place = { eventId: 'one', conversation: 'C1:1', position: '1', person: 'U1' };
  await inbox.add({ ...place, body: { event: { text: question } } });
  createLog('silent').info({ about: `${question.slice(0, 40)}…` }, 'question-taken-up');
  await database.close();
}
