import { mkdtemp, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type StartedPage, startPage } from '../browser/start-page.ts';
import { useBrowser } from '../browser/use-browser.ts';
import { type ChatServer, event, sendEvents, startChatServer } from '../models/chat-server.ts';
import { honestAnswer } from './model-answers.ts';
import {
  letters,
  lettersQuestion,
  pharmacists,
  sameDay,
  writeSmallLibrary,
} from './model-journey.ts';
import { visit } from './visitor.ts';

const browser = useBrowser();
const claims = [letters, sameDay, pharmacists];

/** Goes on with an answer that is held, in the middle of its second claim. */
let goOn: () => void = () => {};
let breaksOff = false;
let folder: string;
let service: ChatServer;
let started: StartedPage;

function answer(response: ServerResponse, whole: string): void {
  const held = whole.indexOf(sameDay);
  sendEvents(response, [event('')]);
  const steps = [
    () => sendEvents(response, [event(whole.slice(0, held))]),
    () => {
      if (breaksOff) {
        response.destroy();
        return;
      }
      sendEvents(response, [event(whole.slice(held)), event(null, 'stop')]);
      response.end('data: [DONE]\n\n');
    },
  ];
  goOn = () => steps.shift()?.();
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-page-'));
  await writeSmallLibrary(join(folder, 'papers'));
  service = await startChatServer((response, { body }) =>
    answer(response, honestAnswer(body, claims)),
  );
  const chat = { CHAT_MODEL: 'test-model', CHAT_BASE_URL: service.url, CHAT_API_KEY: 'test-key' };
  started = await startPage({ libraryFolders: [join(folder, 'papers')], environment: chat });
}, 60_000);
afterEach(() => {
  breaksOff = false;
});
afterAll(async () => {
  await started.close();
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

describe('somebody who asks where a model answers', () => {
  test('sees what is being done, then each claim, then its sources and quotes', async () => {
    const me = await visit(browser, started);
    await me.write(lettersQuestion);
    const status = me.page.getByText(/^Reading \d publications?…$/).first();
    await status.waitFor();
    await expect.poll(() => service.requests.length).toBe(1);
    goOn();
    await me.replies.getByText(letters).waitFor();
    expect(await me.thread.getByText(pharmacists).count()).toBe(0);
    await me.page.getByRole('button', { name: 'Stop' }).first().waitFor();
    goOn();
    await me.thread.getByText('Sources').waitFor();
    for (const claim of claims) await me.replies.getByText(claim).waitFor();
    await status.waitFor({ state: 'detached' });
    await me.page.getByRole('button', { name: 'Stop' }).first().waitFor({ state: 'detached' });
    await me.expectAccessible();
    await me.replies
      .first()
      .getByRole('button', { name: /^Show quote for source 1/ })
      .click();
    await me.dialog.getByText(letters).first().waitFor();
  });

  test('is told when the model broke off', async () => {
    breaksOff = true;
    const me = await visit(browser, started);
    await me.write('How many letters did the discharge audit find?');
    await expect.poll(() => service.requests.length).toBe(2);
    goOn();
    await me.replies.getByText(letters).waitFor();
    goOn();
    await me.replies.getByText(/The language model broke off/).waitFor();
    await me.page.getByRole('button', { name: 'Stop' }).first().waitFor({ state: 'detached' });
    await me.expectAccessible();
  });
});
