import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Budgets } from '../../src/answering/index.ts';
import { type LocalSlack, startLocalSlack } from '../../src/playground/index.ts';
import { ChatModelError } from '../../src/prompting/index.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { createOperatorEventStore } from '../../src/storage/operator-event-store.ts';
import { type RealPostgres, startRealPostgres } from '../contracts/real-postgres.ts';
import { createRecordingLog } from '../fakes/recording-log.ts';
import {
  claimsReply,
  createScriptedChatModel,
  type ScriptedReply,
} from '../fakes/scripted-chat-model.ts';
import { type ModelReplica, sentence, startModelReplica } from './model-replica.ts';
import { repliesInThread, untilQuiet, visibleText } from './slack-journey.ts';

let postgres: RealPostgres;
const closing: (() => Promise<void>)[] = [];
beforeAll(async () => {
  postgres = await startRealPostgres();
}, 60_000);
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
afterAll(() => postgres.stop());

const none = { tokens: null, costMicros: null };
const unlimited: Budgets = { 'person-day': none, 'channel-day': none, 'workspace-month': none };
/** Each question takes about 120 tokens at a dollar for a million. */
const monthly = { ...unlimited, 'workspace-month': { tokens: 2_400, costMicros: 5_000 } };
const question = 'How is success measured?';
const usedUp = 'The budget for the language model is used up';
const honest = claimsReply([{ text: sentence, quotes: [['P1', sentence]] }]);
const staffChannel = 'C0LEADS0000';

async function setUp(
  options: Partial<Parameters<typeof startModelReplica>[0]> & { replies?: ScriptedReply[] } = {},
) {
  const slack = await startLocalSlack({ rateLimits: false });
  closing.push(() => slack.close());
  const databaseLocation = await postgres.createDatabase();
  const { log, entries } = createRecordingLog();
  const startReplica = async (more: Partial<Parameters<typeof startModelReplica>[0]> = {}) => {
    const model = createScriptedChatModel(options.replies ?? [honest]);
    const shared = { slack, databaseLocation, model, budgets: unlimited, log };
    const replica = await startModelReplica({ ...shared, ...options, ...more });
    closing.push(() => replica.close());
    return replica;
  };
  return { slack, startReplica, entries, databaseLocation };
}

/** Asks in a direct message and waits for the answer. */
async function ask(replica: ModelReplica, question: string): Promise<string> {
  const amira = replica.slack.actAs('amira');
  const { ts } = await amira.directMessage(question);
  await untilQuiet(replica, 20_000);
  return repliesInThread(replica.slack, amira.directMessageChannel, ts).map(visibleText).join('\n');
}

const toldIn = (slack: LocalSlack, channel: string): string[] =>
  slack
    .messages(channel)
    .filter(({ isFromApp }) => isFromApp)
    .map(visibleText);

/** Waits until staff were told of everything that was raised. */
async function untilTold({ database }: ModelReplica): Promise<void> {
  const untold = () =>
    database.db.selectFrom('operator_events').select('id').where('told', '=', 0).execute();
  await expect.poll(untold).toEqual([]);
}

describe('staff', { timeout: 60_000 }, () => {
  test('are told once that the budget is nearly spent, and spent, by two processes', {
    timeout: 90_000,
  }, async () => {
    const { slack, startReplica } = await setUp({ budgets: monthly, staffChannel });
    const replica = await startReplica();
    await startReplica();
    await expect.poll(() => slack.connectionCount).toBe(2);

    let answer = '';
    for (let asked = 0; asked < 40 && !answer.includes(usedUp); asked += 1) {
      answer = await ask(replica, question);
      expect(answer).toContain('outcomes achieved for the patient');
    }
    expect(answer).toContain(usedUp);
    expect(answer).toContain('library’s own sentences');
    expect(await ask(replica, question)).toContain(usedUp);
    await untilTold(replica);

    const [nearly, spent, ...more] = toldIn(slack, staffChannel);
    expect(nearly).toContain('More than 80% of the language model’s budget');
    expect(nearly).toMatch(/of 2,400 tokens \(\d+%\), and US\$0\.00\d+ of US\$0\.005/);
    expect(spent).toContain('is spent');
    expect(spent).toContain('BUDGET_WORKSPACE_MONTH_TOKENS');
    expect(more).toEqual([]);
    // What is read aloud says it all.
    const [first] = slack.messages(staffChannel).filter(({ isFromApp }) => isFromApp);
    expect(first?.text).toContain('Nothing changes yet.');
    expect(toldIn(slack, slack.actAs('sofia').directMessageChannel)).toEqual([]);
  });

  test('are each told alone without a channel, and of what was raised while nothing ran', async () => {
    const { slack, startReplica, databaseLocation } = await setUp({
      people: { staffGroups: ['staff'] },
      replies: [
        { pieces: [], end: new ChatModelError('misconfigured', '401 key', 'Check CHAT_API_KEY.') },
        { pieces: [], end: new ChatModelError('misconfigured', '401 key', 'Check CHAT_API_KEY.') },
        honest,
      ],
    });
    slack.administer.setGroupMembers('staff', ['sofia', 'tom', 'george']);
    const replica = await startReplica();
    for (let asked = 0; asked < 2; asked += 1) {
      const answer = await ask(replica, question);
      expect(answer).toContain('refuses what Concord sends');
    }
    await untilTold(replica);
    await ask(replica, question);
    await untilTold(replica);
    for (const person of ['sofia', 'tom']) {
      const [trouble, mended, ...more] = toldIn(slack, slack.actAs(person).directMessageChannel);
      expect(trouble).toContain('Check CHAT_API_KEY. (401 key)');
      expect(mended).toContain('works again');
      expect(more).toEqual([]);
    }
    // A guest is none of the staff in whatever group.
    expect(toldIn(slack, slack.actAs('george').directMessageChannel)).toEqual([]);

    await replica.close();
    closing.pop();
    const database = await openDatabase(databaseLocation);
    const event = { kind: 'model-works-again', model: 'later-model' } as const;
    const store = createOperatorEventStore(database.db);
    await store.add({ id: 'later', event, raisedAt: Date.now() });
    // As after a crash between the message and the note that it was sent.
    await database.db.updateTable('operator_events').set({ told: 0 }).execute();
    await database.close();
    const later = await startReplica();
    await untilTold(later);
    const sofia = toldIn(slack, slack.actAs('sofia').directMessageChannel);
    expect(sofia.filter((text) => text.includes('later-model'))).toHaveLength(1);
    expect(sofia).toHaveLength(3);
  });

  test('that there are none is logged, with what to set', async () => {
    const { startReplica, entries } = await setUp({
      budgets: { ...unlimited, 'workspace-month': { tokens: 10, costMicros: null } },
    });
    const replica = await startReplica();
    await ask(replica, question);
    await untilTold(replica);
    expect(entries).toContainEqual(
      expect.objectContaining({
        msg: 'staff-not-told',
        set: ['SLACK_STAFF_CHANNEL', 'SLACK_STAFF_USERS', 'SLACK_STAFF_GROUPS'],
      }),
    );
  });

  test('alone see in App Home what the model costs, as long as they are staff', async () => {
    const { slack, startReplica } = await setUp({
      budgets: monthly,
      people: { staffGroups: ['staff'], leadUserIds: [slackId('leo')] },
    });
    slack.administer.setGroupMembers('staff', ['sofia']);
    const replica = await startReplica();
    await ask(replica, question);
    const homeOf = async (person: string): Promise<string> => {
      const before = slack.actAs(person).home?.hash;
      await slack.actAs(person).openHome();
      await expect.poll(() => slack.actAs(person).home?.hash).not.toBe(before);
      return JSON.stringify(slack.actAs(person).home?.blocks);
    };
    const heading = 'Language model this month';
    const shown = await homeOf('sofia');
    expect(shown).toContain(heading);
    expect(shown).toContain('*1* question: *1* answered in the model’s words');
    expect(shown).toMatch(/Budget of the workspace: \*\d+%\* of 2,400 tokens or US\$0\.005/);
    for (const person of ['leo', 'amira', 'george']) {
      expect(await homeOf(person)).not.toContain(heading);
    }
    slack.administer.setGroupMembers('staff', ['tom']);
    await slack.settled(5_000);
    expect(await homeOf('sofia')).not.toContain(heading);
  });
});

function slackId(person: string): string {
  return `U0${person.toUpperCase().padEnd(9, '0')}`;
}
