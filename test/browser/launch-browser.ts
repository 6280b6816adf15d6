import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { prepareChromium } from './prepare-chromium.ts';

export interface PageOptions {
  /** CSS pixels. Default 1440 × 900. */
  viewport?: { width: number; height: number };
  /** Default light. */
  colorScheme?: 'light' | 'dark';
  /** Default true: nothing moves, so that nothing has to be waited for. */
  reducedMotion?: boolean;
  /** Device pixels to a CSS pixel. Default 1. */
  scale?: number;
  /** IANA zone of the browser. Default Europe/London. */
  timeZone?: string;
  /** A finger instead of a mouse. Default false. */
  hasTouch?: boolean;
}

export interface TestBrowser {
  /** A new page in a profile of its own, as if nobody had been here before. */
  openPage(url: string, options?: PageOptions): Promise<Page>;
  /**
   * What has gone wrong on pages so far, and forgets it: errors on the console (refusals by the
   * content policy are among them), exceptions nobody caught, requests to anywhere but the page's
   * own server.
   */
  takeProblems(): string[];
  /** Closes all pages; the browser stays. */
  closePages(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the Chromium that came with npm. */
export async function launchBrowser(): Promise<TestBrowser> {
  const { executablePath, fontConfigPath } = await prepareChromium();
  const browser = await chromium.launch({
    executablePath,
    // Without user namespaces, as in containers, there is no sandbox; only our own page is shown.
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--disable-lcd-text'],
    env: { ...process.env, FONTCONFIG_FILE: fontConfigPath },
  });
  const problems: string[] = [];
  const contexts = new Set<BrowserContext>();
  return {
    async openPage(url, options = {}) {
      const context = await newContext(browser, options);
      contexts.add(context);
      const page = await context.newPage();
      watchPage(page, new URL(url).origin, problems);
      await page.goto(url);
      return page;
    },
    takeProblems: () => problems.splice(0),
    async closePages() {
      await Promise.all([...contexts].map((context) => context.close()));
      contexts.clear();
    },
    close: () => browser.close(),
  };
}

function newContext(browser: Browser, options: PageOptions): Promise<BrowserContext> {
  return browser.newContext({
    viewport: options.viewport ?? { width: 1440, height: 900 },
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: (options.reducedMotion ?? true) ? 'reduce' : 'no-preference',
    deviceScaleFactor: options.scale ?? 1,
    timezoneId: options.timeZone ?? 'Europe/London',
    locale: 'en-GB',
    hasTouch: options.hasTouch ?? false,
  });
}

function watchPage(page: Page, origin: string, problems: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`exception: ${error.stack ?? error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    const isLocal = url.origin === origin || url.protocol === 'data:' || url.protocol === 'blob:';
    if (!isLocal) problems.push(`request to ${url.origin}`);
  });
}
