import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Delivery, DeliveryState, DeliveryStore, MessageContent } from '../messaging/index.ts';
import type { Database } from './database.ts';
import { longestLeaseMs } from './longest-lease.ts';
import type { DeliveriesTable } from './schema.ts';

/** Deliveries in the database; on PostgreSQL several processes may share them. */
export function createDeliveryStore({ db }: Database, clock: Clock): DeliveryStore {
  const change = (id: string) => db.updateTable('deliveries').where('id', '=', id);

  async function read(id: string): Promise<Delivery> {
    const row = await db
      .selectFrom('deliveries')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return toDelivery(row);
  }

  async function readAbout(subject: string, channel: string): Promise<Delivery[]> {
    const rows = await db
      .selectFrom('deliveries')
      .selectAll()
      .where('subject', '=', subject)
      .where('channel', '=', channel)
      .orderBy('created_at')
      .orderBy('occasion')
      .execute();
    return rows.map(toDelivery);
  }

  return {
    async prepare(delivery) {
      await db
        .insertInto('deliveries')
        .values({
          id: randomUUID(),
          subject: delivery.subject,
          occasion: delivery.occasion,
          channel: delivery.channel,
          thread_ts: delivery.thread,
          payload_json: JSON.stringify(delivery.content),
          state: 'pending',
          created_at: clock.now(),
        })
        .onConflict((conflict) => conflict.columns(['subject', 'occasion', 'channel']).doNothing())
        .execute();
      const row = await db
        .selectFrom('deliveries')
        .selectAll()
        .where('subject', '=', delivery.subject)
        .where('occasion', '=', delivery.occasion)
        .where('channel', '=', delivery.channel)
        .executeTakeFirstOrThrow();
      return toDelivery(row);
    },

    async begin(id, leaseMs) {
      const now = clock.now();
      const lease = { state: 'sending', lease_until: now + leaseMs };
      const first = await change(id)
        .where('state', '=', 'pending')
        .set((row) => ({ ...lease, attempts: row('attempts', '+', 1) }))
        .executeTakeFirst();
      if (first.numUpdatedRows > 0) return { turn: 'first', delivery: await read(id) };
      const taken = await change(id)
        .where('state', '=', 'sending')
        .where((row) =>
          row.or([row('lease_until', '<=', now), row('lease_until', '>', now + longestLeaseMs)]),
        )
        .set((row) => ({ ...lease, attempts: row('attempts', '+', 1) }))
        .executeTakeFirst();
      const turn = taken.numUpdatedRows > 0 ? 'after-interruption' : 'not-now';
      return { turn, delivery: await read(id) };
    },

    async extend(id, leaseMs) {
      await change(id)
        .where('state', '=', 'sending')
        .set({ lease_until: clock.now() + leaseMs })
        .execute();
    },

    async complete(id, content) {
      await change(id)
        .where('state', '<>', 'sent')
        .set({ payload_json: JSON.stringify(content) })
        .execute();
    },

    async noteMessage(id, messageId) {
      await change(id).where('state', '=', 'sending').set({ message_ts: messageId }).execute();
    },

    async putBack(id, reason) {
      await change(id)
        .where('state', '=', 'sending')
        .set({ state: 'pending', lease_until: null, message_ts: null, last_error: reason })
        .execute();
    },

    async interrupt(id, reason) {
      await change(id)
        .where('state', '=', 'sending')
        .set({ lease_until: clock.now(), last_error: reason })
        .execute();
    },

    async markSent(id, messageId) {
      await change(id)
        .set({
          state: 'sent',
          message_ts: messageId,
          // Slack keeps what was said; nobody needs a second copy.
          payload_json: 'null',
          sent_at: clock.now(),
          lease_until: null,
          last_error: null,
        })
        .execute();
    },

    async markFailed(id, reason) {
      await change(id)
        .where('state', '=', 'sending')
        .set({ state: 'failed', lease_until: null, last_error: reason })
        .execute();
    },

    async forget(id) {
      await db.deleteFrom('deliveries').where('id', '=', id).execute();
    },

    about: readAbout,

    async sentAbout(subject, channel) {
      const deliveries = await readAbout(subject, channel);
      return deliveries.flatMap(({ state, occasion, messageId }) =>
        state === 'sent' && messageId !== null ? [{ occasion, messageId }] : [],
      );
    },

    async wroteInThread(channel, thread) {
      const row = await db
        .selectFrom('deliveries')
        .select('id')
        .where('channel', '=', channel)
        .where('thread_ts', '=', thread)
        .where('state', '=', 'sent')
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    async isComplete(subject, channel) {
      const rows = await db
        .selectFrom('deliveries')
        .select('state')
        .where('subject', '=', subject)
        .where('channel', '=', channel)
        .execute();
      return rows.length > 0 && rows.every(({ state }) => state === 'sent');
    },
  };
}

function toDelivery(row: Selectable<DeliveriesTable>): Delivery {
  return {
    id: row.id,
    subject: row.subject,
    occasion: row.occasion,
    channel: row.channel,
    thread: row.thread_ts,
    content: JSON.parse(row.payload_json) as MessageContent | null,
    state: row.state as DeliveryState,
    messageId: row.message_ts,
    leaseUntil: row.lease_until,
    createdAt: row.created_at,
  };
}
