import { describe, expect, test } from 'vitest';
import { useBrowser } from '../browser/use-browser.ts';
import { useStartedPage } from '../browser/use-started-page.ts';
import { visit } from './visitor.ts';

const browser = useBrowser();
const started = useStartedPage();

const question = 'What are the common values of the partnership?';

describe('somebody who asks', () => {
  test('is offered questions that the library answers, at the first visit', async () => {
    const me = await visit(browser, started());
    const prompts = me.page.getByRole('region', { name: 'You could ask' }).getByRole('button');
    await prompts.first().waitFor();
    expect(await prompts.count()).toBe(4);
    await me.expectAccessible();
    await prompts.first().click();
    await me.thread.getByText('Sources').waitFor();
    await me.thread
      .getByRole('button', { name: /^Show quote/ })
      .first()
      .waitFor();
  });

  test('reads where every statement is from, and the quote in its place', async () => {
    const me = await visit(browser, started());
    await me.write(question);
    await me.thread.getByText('Sources').waitFor();
    const answer = me.replies.first();
    await answer.getByText('[1]').first().waitFor();
    await me.expectAccessible();
    await answer.getByRole('button', { name: /^Show quote for source 1/ }).click();
    await me.dialog.waitFor();
    const highlighted = await me.dialog.locator('strong, b').allTextContents();
    const shown = (await me.dialog.textContent()) ?? '';
    expect(highlighted.some((text) => text.length > 20 && shown.includes(text))).toBe(true);
    await me.expectAccessible();
    await me.page.keyboard.press('Escape');
    await me.dialog.waitFor({ state: 'detached' });
  });

  test('follows up without saying again what it is about', async () => {
    const me = await visit(browser, started());
    await me.write('What did the autumn 2018 discharge audit find?');
    await me.thread.getByText('Sources').waitFor();
    await me.write('And what was changed after it?', 'thread');
    await expect.poll(() => me.replies.count()).toBe(2);
    await expect.poll(() => me.replies.last().textContent()).toMatch(/audit|Sources|Closest/i);
  });

  test('is told what the library does not say, and what is closest', async () => {
    const me = await visit(browser, started());
    await me.write('What does parking at the hospital cost for visitors?');
    await me.thread.getByText('Closest').waitFor();
    expect(await me.replies.first().textContent()).not.toMatch(/sorry/i);
    await me.expectAccessible();
  });

  test('sees the name of a channel’s thread and the answer in it, by mention', async () => {
    const me = await visit(browser, started());
    await me.openChannel('general');
    await me.write(`@Concord ${question}`);
    await me.openThread();
    await me.thread.getByText('Sources').waitFor();
    await me.page.getByRole('button', { name: 'Close thread' }).click();
    await me.thread.waitFor({ state: 'detached' });
  });

  test('stops an answer that takes too long, and is told so', { timeout: 40_000 }, async () => {
    const me = await visit(browser, started());
    // Somebody who has changed is looked up again, and with slow answers that takes a while.
    started().slack.administer.changePerson('amira', { title: 'General practitioner, partner' });
    await me.startFault('Slow answers', 6);
    await me.write('How should we judge whether joint working is succeeding?');
    await me.page.getByRole('button', { name: 'Stop' }).first().click();
    await me.replies
      .getByText('Stopped. Ask again whenever you like.')
      .waitFor({ timeout: 25_000 });
    expect(await me.thread.getByText('Sources', { exact: true }).count()).toBe(0);
    await me.endFaultsIfAny();
    await me.page.getByRole('button', { name: 'Stop' }).first().waitFor({ state: 'detached' });
  });
});
