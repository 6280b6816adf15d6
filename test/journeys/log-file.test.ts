import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { openAssistant } from '../../src/compose-assistant.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/observability/log.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-log-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** What is asked, said and noted; `zebra…` stands nowhere else. */
const asked = {
  direct: 'What are the five common values, zebradirect?',
  mentioned: 'How should we judge whether joint working is succeeding, zebramention?',
  command: 'When were the common values published, zebracommand?',
  unanswered: 'What is the best treatment for tennis elbow, zebraelbow?',
  note: 'My colleague zebranote says otherwise',
};

test('the log file says what happened and never what was asked, answered or noted', async () => {
  const environment = {
    DATA_DIR: folder,
    LIBRARY_DIRS: 'corpus',
    PLAYGROUND_PORT: '0',
    LOG_LEVEL: 'trace',
  };
  const config = readConfig(environment, join(import.meta.dirname, '../..'));
  const path = join(folder, 'concord.log');
  const log = createLog(config.logLevel, path);
  const assistant = await openAssistant(config, { clock: systemClock, log });
  const slack = assistant.localSlack?.driver;
  if (slack === undefined) throw new Error('there is no local Slack');
  await assistant.library.ingest();
  await assistant.start();
  const logged = () => readFile(path, 'utf8').catch(() => '');
  const events = async (name: string) => (await logged()).split(`"msg":"${name}"`).length - 1;

  const amira = slack.actAs('amira');
  await amira.directMessage(asked.direct);
  await amira.directMessage(asked.unanswered);
  const mention = await amira.mention('general', asked.mentioned);
  await amira.slash('/ask', asked.command, 'general');
  await expect.poll(() => events('question-answered')).toBe(4);
  const reply = await slack.waitForReply({ channel: 'general', threadTs: mention.ts }, 8_000);
  const exchangeId = /"value":"([^":]+):helpful"/.exec(JSON.stringify(reply.blocks))?.[1];
  await amira.clickButton('general', reply.ts, 'give-feedback', `${exchangeId}:not-helpful`);
  await expect.poll(() => amira.modal?.callbackId).toBe('feedback-reason');
  await amira.submitView({ reason: 'wrong', note: asked.note });
  await expect.poll(() => events('feedback-explained')).toBe(1);
  const { db } = assistant.library.database;
  const stored = await db.selectFrom('exchanges').select('answer_json').execute();
  expect(await db.selectFrom('feedback').select('note').execute()).toEqual([{ note: asked.note }]);
  await assistant.close();

  const lines = (await logged()).trim().split('\n');
  expect(lines.length).toBeGreaterThan(8);
  const claims = stored.flatMap(({ answer_json }) =>
    ((JSON.parse(answer_json) as { claims?: { text: string }[] }).claims ?? []).map(
      ({ text }) => text,
    ),
  );
  expect(claims.length).toBeGreaterThan(2);
  for (const line of lines) {
    for (const text of [...Object.values(asked), ...claims]) expect(line).not.toContain(text);
    expect(line).not.toContain('zebra');
    expect(line).not.toContain(slack.botToken);
    expect(line).not.toContain(slack.appToken);
  }
});
