import { randomUUID } from 'node:crypto';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import {
  createAttachMaterials,
  createForgetReplies,
  createNoticeSeries,
  createNotices,
} from './notices/index.ts';
import type { NoticesInSlack } from './slack/index.ts';
import type { Database } from './storage/database.ts';
import { createDigestChoiceStore } from './storage/digest-choice-store.ts';
import { liftEmbargo } from './storage/lift-embargo.ts';
import { createNoticeStore } from './storage/notice-store.ts';
import { createOutbox } from './storage/outbox.ts';

/** Notices in the database. What is due is sent by whoever is told that something is planned. */
export function composeNotices(
  settings: Config['notices'],
  { database, clock }: { database: Database; clock: Clock },
): NoticesInSlack {
  const store = createNoticeStore(database, clock);
  const outbox = createOutbox(database, clock);
  const listeners: (() => void)[] = [];
  const wake = (): void => {
    for (const listener of listeners) listener();
  };
  const { needsApproval, quietHours, graceMs } = settings;
  const notices = createNotices({
    store,
    clock,
    needsApproval,
    quietHours,
    graceMs,
    newId: randomUUID,
    wake,
  });
  return {
    notices,
    series: createNoticeSeries({ notices, store, clock, newId: randomUUID }),
    attachMaterials: createAttachMaterials({ store, clock, graceMs, wake }),
    store,
    outbox,
    settings,
    digestChoices: createDigestChoiceStore(database.db, clock),
    forgetReplies: createForgetReplies({ store, outbox, clock, wake }),
    // Whoever serves calendars says where.
    ownCalendars: null,
    wake,
    onPlanned: (listener) => void listeners.push(listener),
    liftEmbargo: (id) => liftEmbargo(database.db, id, clock.now()),
  };
}
