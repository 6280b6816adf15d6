import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shareActions } from '../../src/slack/incoming/share-request.ts';
import { promptName, promptText } from './model-answers.ts';
import { useModelJourney } from './model-journey.ts';
import { repliesInThread, untilQuiet, visibleText } from './slack-journey.ts';

const service = new LLMock({ port: 0 });
const withJourney = useModelJourney();
let folder: string;

const within72 =
  'High-risk patients are telephoned by a nurse within 72 hours of leaving the ward.';
const within48 =
  'A nurse from the community team telephones high-risk patients within 48 hours of leaving the ward.';
const question = 'How soon are high-risk patients telephoned after they leave the ward?';
const disagreement =
  /\[1\] \(paper, 2021\) and \[2\] \(policy, March 2024\) say different things\. \[2\] is newer, and a policy ranks above a paper\./g;

const file = (kind: string, date: string, title: string, text: string): string =>
  `---\ntitle: ${title}\nkind: ${kind}\ndate: ${date}\naudience: public\n---\n\n# Follow-up\n\n${text}\n`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-disagreement-'));
  await mkdir(join(folder, 'papers'));
  await writeFile(
    join(folder, 'papers/paper.md'),
    file('paper', '2021', 'After discharge', `${within72} The service was small.`),
  );
  await writeFile(
    join(folder, 'papers/policy.md'),
    file('policy', '2024-03', 'Discharge policy', `${within48} Others are sent a letter.`),
  );
  await service.start();
  service.on({ predicate: (request) => promptName(request) === 'compose-answer' }, (request) => {
    const passages = [...promptText(request).matchAll(/<<(P\d), ([^,]*)/g)];
    const idOf = (title: string) => passages.find(([, , found]) => found === title)?.[1] ?? 'P0';
    return {
      content: JSON.stringify({
        claims: [
          {
            text: within72,
            quotes: [{ passage: idOf('After discharge'), quote: within72 }],
            disagreesWith: 0,
          },
          {
            text: within48.replace('telephones', 'must telephone'),
            quotes: [{ passage: idOf('Discharge policy'), quote: within48 }],
            disagreesWith: 1,
          },
          {
            text: 'High-risk patients are telephoned by a community nurse within 48 hours of leaving the ward.',
            quotes: [{ passage: idOf('Discharge policy'), quote: within48 }],
            disagreesWith: 1,
          },
        ],
      }),
    };
  });
  service.on({ predicate: (request) => promptName(request) === 'repair-claim' }, () => ({
    content: '{"claims": []}',
  }));
  service.on({ predicate: (request) => promptName(request) === 'judge-support' }, () => ({
    content: '{"supported": true}',
  }));
});
afterAll(async () => {
  await service.stop();
  await rm(folder, { recursive: true, force: true });
});

const count = (text: string): number => text.match(disagreement)?.length ?? 0;

describe('sources that disagree', () => {
  test('are named once, with dates and kinds, wherever the answer is shown', async () => {
    const environment = { LIBRARY_DIRS: join(folder, 'papers'), CHAT_SECOND_OPINION: 'on' };
    await withJourney({ url: service.url, environment }, async (journey) => {
      const { slack, exchanges, library } = journey;
      await library.ingest();
      const amira = slack.actAs('amira');
      const asked = await amira.mention('general', question);
      await untilQuiet(journey);
      const [streamed, ...more] = repliesInThread(slack, asked.channel, asked.ts);
      expect(more).toEqual([]);
      expect(streamed?.stream?.state).toBe('completed');
      expect(count(JSON.stringify(streamed?.blocks))).toBe(1);

      const [exchange] = await exchanges.latest(`${asked.channel}:${asked.ts}`, 1);
      expect(exchange?.answer).toMatchObject({
        disagreements: [{ claims: [0, 1], newer: 1, ranksHigher: 1 }],
      });
      expect(exchange?.modelRun?.steps.map(({ step }) => step)).toContain('judge');

      await amira.edit('general', asked.ts, `<@U0CONCORD01> ${question} Thank you.`);
      await untilQuiet(journey);
      const [revised] = repliesInThread(slack, asked.channel, asked.ts);
      expect(count(JSON.stringify(revised?.blocks))).toBe(1);
      expect(count(revised?.text ?? '')).toBe(1);

      await amira.slash('/ask', question, 'general');
      await untilQuiet(journey);
      const own = slack.ephemeralMessages('general', 'amira').at(-1);
      expect(count(JSON.stringify(own?.blocks))).toBe(1);
      await amira.clickButton('general', own?.ts ?? '', shareActions.share);
      await untilQuiet(journey);
      const shared = slack.messages('general').findLast((message) => message.isFromApp);
      expect(shared?.ts).not.toBe(revised?.ts);
      expect(count(JSON.stringify(shared?.blocks))).toBe(1);
      expect(visibleText(shared ?? { text: '', blocks: [] })).toContain('Sources disagree.');
    });
  });
});
