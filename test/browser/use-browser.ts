import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser, type PageOptions, type TestBrowser } from './launch-browser.ts';

/** Opens pages in the one browser of a test file. */
export interface UsedBrowser {
  openPage(url: string, options?: PageOptions): Promise<Page>;
  /**
   * Lets problems pass that a test brings about itself, such as `console: Failed to load resource`
   * after the server was closed; until the end of that test.
   */
  allow(problem: RegExp): void;
}

/**
 * One browser for a test file, its pages closed after each test. A test fails on any error on a
 * page's console, any exception nobody caught and any request to elsewhere.
 */
export function useBrowser(): UsedBrowser {
  let browser: TestBrowser | null = null;
  let allowed: RegExp[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterEach(async () => {
    await browser?.closePages();
    const problems = (browser?.takeProblems() ?? []).filter(
      (problem) => !allowed.some((pattern) => pattern.test(problem)),
    );
    allowed = [];
    expect(problems, 'problems on the page').toEqual([]);
  });
  afterAll(() => browser?.close());
  return {
    async openPage(url, options) {
      if (browser === null) throw new Error('the browser is started by beforeAll');
      return browser.openPage(url, options);
    },
    allow: (problem) => void allowed.push(problem),
  };
}
