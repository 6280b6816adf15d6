import type { PersonalDataStore } from '../people/index.ts';
import type { Database, Db } from './database.ts';

/** What the database holds about people. */
export function createPersonalDataStore({ db }: Database): PersonalDataStore {
  return {
    describe: (person) => describePerson(db, person),

    erase: (person) =>
      db.transaction().execute(async (transaction) => {
        const erased = await describePerson(transaction, person);
        await transaction.deleteFrom('feedback').where('person', '=', person).execute();
        await transaction.deleteFrom('exchanges').where('asker', '=', person).execute();
        await transaction.deleteFrom('inbox_events').where('person', '=', person).execute();
        return erased;
      }),

    forgetBefore: (instant) =>
      db.transaction().execute(async (transaction) => {
        const feedback = await transaction
          .deleteFrom('feedback')
          .where('given_at', '<', instant)
          .executeTakeFirst();
        const questions = await transaction
          .deleteFrom('exchanges')
          .where('asked_at', '<', instant)
          .executeTakeFirst();
        return {
          questions: Number(questions.numDeletedRows),
          feedback: Number(feedback.numDeletedRows),
        };
      }),
  };
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
  const first = [asked.first, judged.first].filter((instant) => instant !== null).map(Number);
  return {
    questions: Number(asked.number),
    feedback: Number(judged.number),
    since: first.length === 0 ? null : Math.min(...first),
  };
}
