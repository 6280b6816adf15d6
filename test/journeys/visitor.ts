import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { PageOptions } from '../browser/launch-browser.ts';
import type { StartedPage } from '../browser/start-page.ts';
import type { UsedBrowser } from '../browser/use-browser.ts';

/** Longest wait for something that takes a moment, ms. */
export const patienceMs = 10_000;

/** Somebody who looks at the local Slack in a browser, and does only what people can do there. */
export interface Visitor {
  page: Page;
  /** Changes eyes with the switcher in the header. */
  become(name: string): Promise<void>;
  openChannel(name: string): Promise<void>;
  /** Opens the app's own tab. */
  openApp(tab: 'Messages' | 'Home'): Promise<void>;
  /** Opens the thread under the last message that has one. */
  openThread(): Promise<void>;
  /** Writes into the composer of the conversation, or of the open thread, and sends it. */
  write(text: string, where?: 'conversation' | 'thread'): Promise<void>;
  /** Messages of the app in the open thread, in order. */
  readonly replies: Locator;
  /** The open thread. */
  readonly thread: Locator;
  readonly dialog: Locator;
  /** The tools of the local Slack, opened when they are not. */
  startFault(name: string, times?: number): Promise<void>;
  endFaults(): Promise<void>;
  /** As `endFaults`, also when all of them are over. */
  endFaultsIfAny(): Promise<void>;
  /** Finds nothing that keeps people with disabilities out. */
  expectAccessible(): Promise<void>;
}

/** Opens the page; as Amira Hassan, a member, in her conversation with the app. */
export async function visit(
  browser: UsedBrowser,
  { url }: Pick<StartedPage, 'url'>,
  options: PageOptions & { hash?: string } = {},
): Promise<Visitor> {
  const page = await browser.openPage(`${url}${options.hash ?? ''}`, options);
  page.setDefaultTimeout(patienceMs);
  await page.getByRole('button', { name: /Switch person$/ }).waitFor();
  const thread = page.locator('section.thread');

  async function openTools(): Promise<void> {
    const heading = page.getByRole('heading', { name: 'Faults' });
    if (await heading.isVisible()) return;
    await page.getByRole('button', { name: 'Tools of the local Slack' }).click();
    await heading.waitFor();
  }

  return {
    page,
    thread,
    replies: thread.locator('li.message:not(:first-child)').filter({ hasText: /^.*Concord/ }),
    dialog: page.getByRole('dialog'),
    async become(name) {
      await page.getByRole('button', { name: /Switch person$/ }).click();
      await page.getByRole('menuitemradio', { name: new RegExp(`^${name}`) }).click();
      await page.getByRole('button', { name: new RegExp(`You are ${name}`) }).waitFor();
    },
    async openChannel(name) {
      await page
        .getByRole('navigation')
        .getByRole('link', { name: new RegExp(`\\b${name}\\b`) })
        .click();
      await page.getByRole('textbox', { name: `Message #${name}` }).waitFor();
    },
    async openApp(tab) {
      await page.getByRole('navigation').getByRole('link', { name: tab }).first().click();
    },
    async openThread() {
      await page
        .getByRole('link', { name: /\d+ repl(y|ies)/ })
        .last()
        .click();
      await thread.waitFor();
    },
    async write(text, where = 'conversation') {
      const box = page.getByRole('textbox', { name: where === 'thread' ? /^Reply/ : /^Message / });
      await box.fill(text);
      await box.press('Enter');
    },
    async startFault(name, times) {
      await openTools();
      if (times !== undefined) {
        await page
          .getByRole('textbox', { name: new RegExp(`^${name}: how many`) })
          .fill(`${times}`);
      }
      await page.getByRole('button', { name: new RegExp(`^Start( again)?: ${name}$`) }).click();
      await page.getByText(/^Going wrong: /).waitFor();
    },
    async endFaults() {
      await openTools();
      await page.getByRole('button', { name: 'End all faults' }).click();
      await page.getByText('Everything works.').waitFor();
    },
    async endFaultsIfAny() {
      await openTools();
      const end = page.getByRole('button', { name: 'End all faults' });
      if (await end.isVisible()) await end.click();
      await page.getByText('Everything works.').waitFor();
    },
    async expectAccessible() {
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      );
      expect(found).toEqual([]);
    },
  };
}
