import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useLocalSlack } from '../playground/support/use-local-slack.ts';
import { useBrowser } from './use-browser.ts';

const start = useLocalSlack();
const browser = useBrowser();
let elsewhere: Server;
let asked: string[] = [];
let origin: string;

beforeAll(async () => {
  elsewhere = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('Access-Control-Allow-Origin', '*').end('window.foreign = true');
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => elsewhere.close(resolve)));

describe('the page in a browser', () => {
  it('is drawn in light and dark, at every width, within its own policy', async () => {
    const { pageUrl } = await start();
    for (const width of [360, 1440]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const options = { viewport: { width, height: 800 }, colorScheme };
        const page = await browser.openPage(pageUrl, options);
        await page.getByRole('textbox').first().waitFor();
      }
    }
  });

  it('runs no script but its own, and asks nobody else for anything', async () => {
    asked = [];
    // What is tried here is refused, and the browser says so.
    browser.allow(/Content Security Policy|ERR_BLOCKED_BY_CSP|request to|violates/);
    const { pageUrl } = await start();
    const page = await browser.openPage(pageUrl);
    await page.getByRole('textbox').first().waitFor();
    await page.evaluate(`
      window.refused = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        window.refused.push(effectiveDirective),
      );
      const host = document.body.appendChild(document.createElement('div'));
      for (const html of [
        '<img src="${origin}/image.png" onerror="window.handler = true">',
        '<iframe src="${origin}/frame"></iframe>',
        '<style>@import "${origin}/style.css";</style>',
      ]) host.append(document.createRange().createContextualFragment(html));
      const [inline, foreign] = [1, 2].map(() => document.createElement('script'));
      inline.textContent = 'window.inline = true';
      foreign.src = '${origin}/script.js';
      host.append(inline, foreign);
      fetch('${origin}/fetch').catch(() => undefined);
    `);
    const refused = async (): Promise<string[]> =>
      [...new Set((await page.evaluate('window.refused')) as string[])].sort();
    await expect
      .poll(refused)
      .toEqual([
        'connect-src',
        'frame-src',
        'img-src',
        'script-src-attr',
        'script-src-elem',
        'style-src-elem',
      ]);
    expect(await page.evaluate('[window.inline, window.foreign, window.handler]')).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(asked).toEqual([]);
  });

  it('loads itself anew when the local Slack was started again', async () => {
    browser.allow(/Failed to load resource|ERR_CONNECTION|ERR_INCOMPLETE|ERR_EMPTY|ERR_SOCKET/);
    const first = await start();
    const page = await browser.openPage(first.pageUrl);
    await page.getByRole('textbox').first().waitFor();
    await first.close();
    const port = Number(new URL(first.pageUrl).port);
    const second = await start({ port });
    await second.actAs('amira').directMessage('Are you back?');
    await page.getByText('Are you back?').first().waitFor({ timeout: 30_000 });
  }, 40_000);
});
