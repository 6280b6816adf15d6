import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundlePage } from '../../src/playground/page-api/bundle-page.ts';
import { createPageScript } from '../../src/playground/page-api/page-script.ts';
import { PlaygroundError } from '../../src/playground/playground-error.ts';

/** Names of vocabularies and links in messages of React's; nothing is loaded from there. */
const names = /^https?:\/\/(www\.w3\.org|react\.dev|reactjs\.org|localhost|127\.0\.0\.1)\b/;

describe('the bundled page', () => {
  it('is one script, minified, for production, that loads nothing from elsewhere', async () => {
    const script = await createPageScript().read();
    expect(script).not.toMatch(/^import\b|\bimport\(|\brequire\(/m);
    expect(script).not.toContain('process.env');
    expect(script).not.toContain('jsxDEV');
    const loaded = [...script.matchAll(/url\(["']?([^)"']*)|@import\b/g)].map(([, url]) => url);
    expect(loaded.filter((url) => url === undefined || !url.startsWith('data:'))).toEqual([]);
    const addresses = [...script.matchAll(/https?:\/\/\w[\w.-]*[^\s"'`)]*/g)].map(([url]) => url);
    expect([...new Set(addresses)].filter((url) => !names.test(url))).toEqual([]);
  });

  it('is made once for all who ask, and anew when its source has changed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'concord-bundle-'));
    const source = join(folder, 'main.tsx');
    await writeFile(source, 'one');
    let made = 0;
    const page = createPageScript(async () => {
      made += 1;
      return { script: `bundle ${made}`, sources: [source] };
    });
    expect(await Promise.all([page.read(), page.read()])).toEqual(['bundle 1', 'bundle 1']);
    expect(await page.read()).toBe('bundle 1');
    await utimes(source, 1, 1);
    expect(await Promise.all([page.read(), page.read()])).toEqual(['bundle 2', 'bundle 2']);
    await rm(folder, { recursive: true });
  });

  it('is tried again after it could not be made', async () => {
    let made = 0;
    const page = createPageScript(async () => {
      made += 1;
      if (made === 1) throw new PlaygroundError('playground-page-unbuilt', 'not yet');
      return { script: 'at last', sources: [] };
    });
    await expect(page.read()).rejects.toThrow('not yet');
    expect(await page.read()).toBe('at last');
  });

  it('says where its source is wrong', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'concord-bundle-'));
    const entry = join(folder, 'main.tsx');
    await writeFile(entry, 'export const wrong = <div>;');
    const error = await bundlePage(entry).catch((caught: unknown) => caught);
    await rm(folder, { recursive: true });
    expect(error).toBeInstanceOf(PlaygroundError);
    const { code, forPeople } = error as PlaygroundError;
    expect(code).toBe('playground-page-unbuilt');
    expect(forPeople).toContain('main.tsx');
    expect(forPeople).not.toContain('\u001b');
  });
});
