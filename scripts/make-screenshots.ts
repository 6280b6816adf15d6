/**
 * Takes the pictures in `docs/screenshots/` from the real page, with the real assistant behind it:
 * `npm run screenshots [-- NAME …]`, by default all of them.
 */
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createAcceleratedClock } from '../src/playground/index.ts';
import { launchBrowser } from '../test/browser/launch-browser.ts';
import { startPage } from '../test/browser/start-page.ts';
import { scenes } from './screenshots/scenes.ts';

/** The pictures show this time, whenever they are taken: half past nine on a Wednesday in London. */
const shownTime = Date.UTC(2026, 5, 3, 8, 30);
/** Pictures are looked at over the network. */
const mostBytes = 300_000;

const folder = join(import.meta.dirname, '..', 'docs', 'screenshots');
const wanted = process.argv.slice(2);

async function makeScreenshots(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const clock = createAcceleratedClock(1, shownTime - Date.now());
  const [browser, page] = await Promise.all([
    launchBrowser(),
    startPage({ clock, environment: { NOTICE_GRACE_SECONDS: '0' } }),
  ]);
  try {
    for (const scene of scenes) {
      if (wanted.length > 0 && !wanted.includes(scene.name)) continue;
      page.slack.reset();
      const address = await scene.prepare(page.slack);
      const tab = await browser.openPage(`${page.url}${address}`, scene.options);
      await scene.arrange(tab);
      await tab.evaluate('document.fonts.ready.then(() => undefined)');
      const path = join(folder, `${scene.name}.png`);
      await tab.screenshot({ path, animations: 'disabled', caret: 'hide' });
      await browser.closePages();
      const { size } = await stat(path);
      const problems = browser.takeProblems();
      if (size > mostBytes) problems.push(`${size} bytes, more than ${mostBytes}`);
      if (problems.length > 0) throw new Error(`${scene.name}: ${problems.join('\n')}`);
      process.stdout.write(`${scene.name}.png: ${size} bytes\n`);
    }
  } finally {
    await browser.close();
    await page.close();
  }
}

await makeScreenshots();
