import type { Page } from 'playwright-core';
import type { LocalSlack } from '../../src/playground/index.ts';
import { announceSession } from './announce-session.ts';
import { askForSummary } from './ask-for-summary.ts';
import { answerMs, desktop, phone, type Scene, tallDesktop } from './scene.ts';

const answeredQuestion = 'What are the common values of the partnership?';
const brieflyAnsweredQuestion = 'How should we judge whether joint working is succeeding?';
const comparison = 'Compare the two heart failure papers on cost';
const unansweredQuestion = 'What does parking at the hospital cost for visitors?';

/** Something of what people talk about in the channel. */
async function talk(slack: LocalSlack): Promise<void> {
  const [sofia, tom] = [slack.actAs('sofia'), slack.actAs('tom')];
  await sofia.post('#general', 'The papers for Thursday are in the library now.');
  const thanks = await tom.post('#general', 'Thank you! We will read them before the round.');
  await sofia.react('#general', thanks.ts, 'thumbsup');
}

/** Asks in the channel and waits for the answer; the address of its thread. */
async function askInChannel(slack: LocalSlack, question: string): Promise<string> {
  await talk(slack);
  const { channel, ts } = await slack.actAs('amira').mention('#general', question);
  await slack.waitForReply({ channel, threadTs: ts }, answerMs);
  return `#/${channel}/thread/${ts}`;
}

/** Asks in the conversation with the app; the address of its thread. */
async function askDirectly(slack: LocalSlack, question: string): Promise<string> {
  const { channel, ts } = await slack.actAs('amira').directMessage(question);
  await slack.waitForReply({ channel, threadTs: ts }, answerMs);
  return `#/app/thread/${ts}`;
}

/** Until the answer is there and its thread has the question for a title. */
async function showAnswer(page: Page): Promise<void> {
  await page.getByText('Sources').first().waitFor();
  await page.getByRole('heading', { name: /\?$/ }).waitFor();
}

/** The pictures in `docs/screenshots`, in the order in which they are taken. */
export const scenes: readonly Scene[] = [
  {
    name: 'home',
    // Before anything was asked: it says what is stored about the person.
    options: { ...desktop, viewport: { width: 1280, height: 1080 } },
    prepare: async () => '#/app/home',
    arrange: (page) => page.getByText('The library today').waitFor(),
  },
  {
    name: 'answer',
    options: tallDesktop,
    prepare: (slack) => askInChannel(slack, answeredQuestion),
    arrange: showAnswer,
  },
  {
    name: 'answer-dark',
    options: { ...tallDesktop, colorScheme: 'dark' },
    prepare: (slack) => askInChannel(slack, answeredQuestion),
    arrange: showAnswer,
  },
  {
    name: 'answer-phone',
    options: phone,
    prepare: (slack) => askInChannel(slack, brieflyAnsweredQuestion),
    arrange: showAnswer,
  },
  {
    name: 'quote',
    options: { ...desktop, viewport: { width: 1120, height: 780 } },
    prepare: (slack) => askInChannel(slack, answeredQuestion),
    async arrange(page) {
      await page
        .getByRole('button', { name: /^Show quote/ })
        .first()
        .click();
      await page.getByRole('dialog').getByText('The words quoted').waitFor();
    },
  },
  {
    name: 'abstention',
    options: desktop,
    prepare: (slack) => askDirectly(slack, unansweredQuestion),
    arrange: (page) => page.getByText('Closest').first().waitFor(),
  },
  {
    name: 'feedback',
    options: desktop,
    prepare: (slack) => askDirectly(slack, answeredQuestion),
    async arrange(page) {
      await page
        .getByRole('button', { name: /not helpful/i })
        .first()
        .click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'ask',
    options: desktop,
    async prepare(slack) {
      await talk(slack);
      const { id: channel } = Object.values(slack.workspace.conversations).find(
        ({ name }) => name === 'general',
      ) ?? { id: '' };
      return `#/${channel}`;
    },
    async arrange(page) {
      await page.getByRole('textbox').first().fill(`/ask ${answeredQuestion}`);
      await page.getByRole('textbox').first().press('Enter');
      await page.getByRole('button', { name: /share/i }).first().waitFor();
    },
  },
  {
    name: 'summary',
    options: { viewport: { width: 1360, height: 1180 }, scale: 1 },
    prepare: askForSummary,
    arrange: (page) =>
      page
        .getByRole('button', { name: /^Show quotes/ })
        .first()
        .waitFor(),
  },
  {
    name: 'comparison',
    options: { viewport: { width: 1360, height: 1320 }, scale: 1 },
    prepare: (slack) => askDirectly(slack, comparison),
    arrange: (page) =>
      page
        .getByRole('button', { name: /^Show quotes/ })
        .first()
        .waitFor(),
  },
  {
    name: 'library',
    options: { ...desktop, viewport: { width: 1120, height: 900 } },
    prepare: async () => '#/app/home',
    async arrange(page) {
      await page.getByRole('button', { name: 'Browse the library' }).first().click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox').first().fill('hart failure');
      await dialog.getByRole('textbox').first().press('Enter');
      await dialog
        .getByRole('button', { name: /^Summarise/ })
        .first()
        .waitFor();
    },
  },
  {
    name: 'session',
    options: { ...desktop, viewport: { width: 1120, height: 860 } },
    prepare: announceSession,
    async arrange(page) {
      await page.getByRole('button', { name: /^I am going to/ }).click();
      await page.getByText('You are going to').first().waitFor();
      await page.getByText('2 going').waitFor();
    },
  },
];
