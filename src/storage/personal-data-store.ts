import type { Clock } from '../clock.ts';
import type { PersonalDataStore } from '../people/index.ts';
import type { Database, Db } from './database.ts';
import { inChunks } from './in-chunks.ts';

const subjectsPerStatement = 500;

/** What the database holds about people. */
export function createPersonalDataStore({ db }: Database, clock: Clock): PersonalDataStore {
  return {
    describe: (person) => describePerson(db, person),

    erase: (person) =>
      db.transaction().execute(async (transaction) => {
        const erased = await describePerson(transaction, person);
        await eraseUnsent(transaction, person);
        await eraseEvents(transaction, person, clock.now());
        await transaction.deleteFrom('feedback').where('person', '=', person).execute();
        await transaction.deleteFrom('exchanges').where('asker', '=', person).execute();
        await transaction.deleteFrom('reports').where('owner', '=', person).execute();
        await transaction.deleteFrom('notice_replies').where('person', '=', person).execute();
        await transaction.deleteFrom('calendar_feeds').where('person', '=', person).execute();
        await transaction.deleteFrom('digest_choices').where('person', '=', person).execute();
        await transaction
          .deleteFrom('model_spending')
          .where('scope', '=', 'person-day')
          .where('subject', '=', person)
          .execute();
        return erased;
      }),

    forgetBefore: (instant) =>
      db.transaction().execute(async (transaction) => {
        const feedback = await transaction
          .deleteFrom('feedback')
          .where((row) =>
            row.or([
              row('given_at', '<', instant),
              row(
                'exchange_id',
                'in',
                transaction.selectFrom('exchanges').select('id').where('asked_at', '<', instant),
              ),
            ]),
          )
          .executeTakeFirst();
        const questions = await transaction
          .deleteFrom('exchanges')
          .where('asked_at', '<', instant)
          .executeTakeFirst();
        await transaction
          .deleteFrom('model_spending')
          .where('scope', '<>', 'workspace-month')
          .where('period', '<', new Date(instant).toISOString().slice(0, 10))
          .execute();
        await transaction
          .deleteFrom('notice_replies')
          .where(
            'notice_id',
            'in',
            transaction.selectFrom('notices').select('id').where('ends_at', '<', instant),
          )
          .execute();
        await transaction
          .updateTable('deliveries')
          .set({ payload_json: 'null' })
          .where('created_at', '<', instant)
          .where('state', '<>', 'sent')
          .execute();
        return {
          questions: Number(questions.numDeletedRows),
          feedback: Number(feedback.numDeletedRows),
        };
      }),
  };
}

/** What was to be said to the person and was not: what was said is not kept here. */
async function eraseUnsent(transaction: Db, person: string): Promise<void> {
  const events = await transaction
    .selectFrom('inbox_events')
    .select(['event_id', 'conversation', 'position'])
    .where('person', '=', person)
    .execute();
  const subjects = events.flatMap(({ event_id, conversation, position }) => {
    const channel = conversation.split(':')[0];
    const message = position.split('~')[0];
    return [event_id, `message:${channel}:${message}`];
  });
  await inChunks(subjects, subjectsPerStatement, async (chunk) => {
    await transaction
      .updateTable('deliveries')
      .set({ payload_json: 'null' })
      .where('subject', 'in', chunk)
      .where('state', '<>', 'sent')
      .execute();
    return [];
  });
  // Summaries of files are about the file, in a conversation that nobody else is in.
  const direct = new Set(events.flatMap(({ conversation }) => directChannelIn(conversation)));
  await inChunks([...direct], subjectsPerStatement, async (chunk) => {
    await transaction
      .updateTable('deliveries')
      .set({ payload_json: 'null' })
      .where('subject', 'like', 'file:%')
      .where('channel', 'in', chunk)
      .where('state', '<>', 'sent')
      .execute();
    return [];
  });
}

function directChannelIn(conversation: string): string[] {
  const [channel = ''] = conversation.split(':');
  return /^D[A-Z0-9]+$/.test(channel) ? [channel] : [];
}

/**
 * What the person asked and nobody has taken up is dropped, what is in hand is stopped, and both
 * stay known, so that Slack's sending them again does not bring them back.
 */
async function eraseEvents(transaction: Db, person: string, now: number): Promise<void> {
  const theirs = () => transaction.updateTable('inbox_events').where('person', '=', person);
  await theirs()
    .where('state', '=', 'processing')
    .set({ stop_requested_at: now, person: null })
    .execute();
  await theirs()
    .where('state', '=', 'pending')
    .set({ state: 'done', finished_at: now, body_json: 'null', last_error: null, person: null })
    .execute();
  await theirs().set({ body_json: 'null', person: null }).execute();
}

async function describePerson(db: Db, person: string): ReturnType<PersonalDataStore['describe']> {
  const asked = await db
    .selectFrom('exchanges')
    .select((count) => [
      count.fn.countAll<number>().as('number'),
      count.fn.min<number | null>('asked_at').as('first'),
    ])
    .where('asker', '=', person)
    .executeTakeFirstOrThrow();
  const judged = await db
    .selectFrom('feedback')
    .select((count) => [
      count.fn.countAll<number>().as('number'),
      count.fn.min<number | null>('given_at').as('first'),
    ])
    .where('person', '=', person)
    .executeTakeFirstOrThrow();
  const summarised = await db
    .selectFrom('reports')
    .select((count) => [
      count.fn.countAll<number>().as('number'),
      count.fn.min<number | null>('made_at').as('first'),
    ])
    .where('owner', '=', person)
    .executeTakeFirstOrThrow();
  const replied = await db
    .selectFrom('notice_replies')
    .select((count) => count.fn.countAll<number>().as('number'))
    .where('person', '=', person)
    .executeTakeFirstOrThrow();
  const chosen = await db
    .selectFrom('digest_choices')
    .select('person')
    .where('person', '=', person)
    .executeTakeFirst();
  const subscribed = await db
    .selectFrom('calendar_feeds')
    .select((count) => count.fn.countAll<number>().as('number'))
    .where('person', '=', person)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  const first = [asked.first, judged.first, summarised.first]
    .filter((instant) => instant !== null)
    .map(Number);
  return {
    questions: Number(asked.number),
    feedback: Number(judged.number),
    fileSummaries: Number(summarised.number),
    replies: Number(replied.number),
    calendars: Number(subscribed.number),
    digest: chosen !== undefined,
    since: first.length === 0 ? null : Math.min(...first),
  };
}
