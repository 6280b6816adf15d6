import { describe, expect, test } from 'vitest';
import { useBrowser } from '../browser/use-browser.ts';
import { useStartedPage } from '../browser/use-started-page.ts';
import { type Visitor, visit } from './visitor.ts';

const browser = useBrowser();
const started = useStartedPage();

const question = 'What are the common values of the partnership?';

/** Exactly one answer, whole, however often something went wrong on the way to it. */
async function expectOneAnswer(me: Visitor): Promise<void> {
  await me.thread.getByText('Sources', { exact: true }).waitFor({ timeout: 20_000 });
  await started().slack.settled(20_000);
  expect(await me.thread.getByText('Sources', { exact: true }).count()).toBe(1);
  expect(await me.replies.count()).toBe(1);
}

describe('when something goes wrong', () => {
  test.each([
    ['Rate limit', 2],
    ['Server error', 2],
    ['Slow answers', 2],
    ['Lost answers', 2],
    ['Duplicate events', 2],
  ])('%s: the question is answered once', { timeout: 40_000 }, async (fault, times) => {
    const me = await visit(browser, started());
    await me.startFault(fault, times);
    await me.write(question);
    await me.thread.waitFor();
    await expectOneAnswer(me);
    await me.endFaultsIfAny();
  });

  test('an answer whose blocks are refused comes as text', { timeout: 40_000 }, async () => {
    const me = await visit(browser, started());
    await me.startFault('Refused blocks', 20);
    await me.write(question);
    await me.thread
      .getByText(/\[1\].*Sources/s)
      .first()
      .waitFor({ timeout: 20_000 });
    await started().slack.settled(10_000);
    expect(await me.replies.count()).toBe(1);
    await me.endFaults();
  });

  test('a dropped event is answered when Slack tries again', { timeout: 40_000 }, async () => {
    const me = await visit(browser, started());
    await me.startFault('Dropped events', 1);
    await me.write(question);
    // The thread of this question opens by itself; the last one with a reply is that of another.
    await me.thread.waitFor();
    await me.page.getByRole('button', { name: /1 hour/ }).click();
    await expectOneAnswer(me);
  });

  test('a question asked while cut off is answered afterwards', { timeout: 60_000 }, async () => {
    const me = await visit(browser, started());
    await me.startFault('Disconnect');
    await me.write(question);
    await me.endFaults();
    await me.thread.waitFor();
    // Slack delivers again after a minute when it could not at once.
    await expect
      .poll(() => started().slack.connectionCount, { timeout: 30_000 })
      .toBeGreaterThan(0);
    await me.page.getByRole('button', { name: /1 hour/ }).click();
    await expectOneAnswer(me);
  });

  test('a click is answered with a reason and a reference when nothing can be shown', async () => {
    const me = await visit(browser, started());
    await me.write(question);
    await expectOneAnswer(me);
    await me.startFault('Server error', 1);
    await me.thread
      .getByRole('button', { name: /^Show quote/ })
      .first()
      .click();
    await me.page
      .getByText(/C-[0-9a-f]{8}/)
      .first()
      .waitFor();
  });

  test('a question asked while Slack refuses the token is answered once it does not', async () => {
    const me = await visit(browser, started());
    await me.startFault('Revoked token');
    await me.write(question);
    await me.page.getByText(question).first().waitFor();
    await started().slack.settled(10_000);
    expect(await me.thread.getByText('Sources', { exact: true }).count()).toBe(0);
    await me.endFaults();
    await me.page.getByRole('button', { name: /1 hour/ }).click();
    await expectOneAnswer(me);
  });
});
