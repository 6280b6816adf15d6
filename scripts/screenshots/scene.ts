import type { Page } from 'playwright-core';
import type { LocalSlack } from '../../src/playground/index.ts';
import type { PageOptions } from '../../test/browser/launch-browser.ts';

/** One picture of the page. */
export interface Scene {
  /** File name without `.png`. */
  name: string;
  options: PageOptions;
  /** What people write before the page is opened. Resolves to the address within the page. */
  prepare(slack: LocalSlack): Promise<string>;
  /** What is done on the page, until it looks as it is to be shown. */
  arrange(page: Page): Promise<void>;
}

export const desktop = { viewport: { width: 1280, height: 880 }, scale: 1.25 };
/** Shows a question and the whole of its answer. */
export const tallDesktop = { ...desktop, viewport: { width: 1280, height: 940 } };
export const phone = { viewport: { width: 390, height: 844 }, scale: 2, hasTouch: true };
/** How long the app may take to answer, ms. */
export const answerMs = 10_000;
