import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../browser/use-browser.ts';
import { useStartedPage } from '../browser/use-started-page.ts';
import { visit } from './visitor.ts';

const browser = useBrowser();
const started = useStartedPage();

const question = 'What are the common values of the partnership?';
const corpus = join(import.meta.dirname, '../../corpus');

describe('what others see', () => {
  test('an answer to /ask is the asker’s alone until it is shared', async () => {
    const me = await visit(browser, started());
    await me.openChannel('general');
    await me.write(`/ask ${question}`);
    const share = me.page.getByRole('button', { name: /^Share this answer/ });
    await share.waitFor();
    await me.page.getByText('Only visible to you', { exact: true }).waitFor();
    await me.page.getByText(/^You asked: /).waitFor();
    await me.expectAccessible();

    const other = await visit(browser, started());
    await other.become('Tom Whitfield');
    await other.openChannel('general');
    expect(await other.page.getByText('Sources', { exact: true }).count()).toBe(0);

    await share.click();
    await other.page.getByText('Sources', { exact: true }).waitFor();
    await other.page
      .getByText(/Amira Hassan/)
      .first()
      .waitFor();
    expect(await other.page.getByText('Sources', { exact: true }).count()).toBe(1);
  });

  test('a guest, and everybody in a channel with one, is answered from public papers only', async () => {
    const me = await visit(browser, started());
    await me.become('George Okafor');
    await me.openChannel('primary-care');
    await me.write('@Concord What did the autumn 2018 discharge audit find?');
    await me.openThread();
    await me.thread
      .getByText(/Sources|Closest|does not answer/)
      .first()
      .waitFor();
    const titles = started().slack.workspace.conversations;
    const general = Object.values(titles).find(({ name }) => name === 'primary-care');
    const said = JSON.stringify(general?.messages.at(-1)?.blocks);
    for (const title of await titlesForMembersOnly()) expect(said).not.toContain(title);
  });
});

/** Titles of sample publications that guests may not read. */
async function titlesForMembersOnly(): Promise<string[]> {
  const { glob, readFile } = await import('node:fs/promises');
  const titles: string[] = [];
  for await (const file of glob(join(corpus, '**/*.md'))) {
    const text = await readFile(file, 'utf8');
    const title = /^title: *"?(.+?)"?$/m.exec(text)?.[1];
    if (!/^audience: *public$/m.test(text) && title !== undefined) titles.push(title);
  }
  expect(titles.length).toBeGreaterThan(0);
  return titles;
}
