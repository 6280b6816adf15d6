import type { Selectable } from 'kysely';
import type {
  OperatorEvent,
  OperatorEventStore,
  RaisedOperatorEvent,
} from '../observability/operator-event.ts';
import type { Db } from './database.ts';
import type { OperatorEventsTable } from './schema.ts';

const mostAtOnce = 20;

/** Operator events in the database, which replicas and commands share. */
export function createOperatorEventStore(db: Db): OperatorEventStore {
  return {
    async add({ id, event, raisedAt }) {
      const result = await db
        .insertInto('operator_events')
        .values({ id, kind: event.kind, event_json: JSON.stringify(event), raised_at: raisedAt })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirst();
      return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },

    async latest(kinds) {
      const row = await db
        .selectFrom('operator_events')
        .selectAll()
        .where('kind', 'in', [...kinds])
        .orderBy('raised_at', 'desc')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? null : raisedOf(row);
    },

    async untold() {
      const rows = await db
        .selectFrom('operator_events')
        .selectAll()
        .where('told', '=', 0)
        .orderBy('raised_at')
        .orderBy('id')
        .limit(mostAtOnce)
        .execute();
      return rows.map(raisedOf);
    },

    async markTold(id) {
      await db.updateTable('operator_events').set({ told: 1 }).where('id', '=', id).execute();
    },
  };
}

function raisedOf({
  id,
  event_json: json,
  raised_at: raisedAt,
}: Selectable<OperatorEventsTable>): RaisedOperatorEvent {
  return { id, event: JSON.parse(json) as OperatorEvent, raisedAt };
}
