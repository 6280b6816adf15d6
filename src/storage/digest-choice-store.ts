import type { Clock } from '../clock.ts';
import { type DigestChoiceStore, digestChoices } from '../notices/index.ts';
import type { Db } from './database.ts';

/** How people want the digest, in the database. */
export function createDigestChoiceStore(db: Db, clock: Clock): DigestChoiceStore {
  return {
    async of(person) {
      const row = await db
        .selectFrom('digest_choices')
        .select('choice')
        .where('person', '=', person)
        .executeTakeFirst();
      return digestChoices.find((choice) => choice === row?.choice) ?? 'channel';
    },

    async choose(person, choice) {
      const values = { choice, chosen_at: clock.now() };
      await db
        .insertInto('digest_choices')
        .values({ person, ...values })
        .onConflict((conflict) => conflict.column('person').doUpdateSet(values))
        .execute();
    },

    async direct() {
      const rows = await db
        .selectFrom('digest_choices')
        .select('person')
        .where('choice', '=', 'direct')
        .orderBy('person')
        .execute();
      return rows.map(({ person }) => person);
    },
  };
}
