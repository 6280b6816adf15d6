import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type BundledPage, bundlePage } from './bundle-page.ts';

const entry = join(import.meta.dirname, '..', 'page', 'main.tsx');

/** The page's script, bundled when it is first asked for and again after its source has changed. */
export interface PageScript {
  /** @throws {PlaygroundError} `playground-page-unbuilt`. */
  read(): Promise<string>;
}

/** @param bundle how the page is bundled; tests count it. */
export function createPageScript(bundle = bundlePage): PageScript {
  let last: Promise<BundledPage & { times: string }> | null = null;
  const build = async () => {
    const bundled = await bundle(entry);
    return { ...bundled, times: await timesOf(bundled.sources) };
  };
  const isCurrent = async (building: NonNullable<typeof last>): Promise<boolean> => {
    const bundled = await building.catch(() => null);
    return bundled !== null && bundled.times === (await timesOf(bundled.sources));
  };
  return {
    async read() {
      const known = last;
      if (known !== null && (await isCurrent(known))) return (await known).script;
      // Whoever asked at the same time may have begun to bundle it meanwhile.
      if (last === known || last === null) last = build();
      return (await last).script;
    },
  };
}

/** When each file was changed last; looking takes a millisecond or two, bundling half a second. */
async function timesOf(files: readonly string[]): Promise<string> {
  const times = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ mtimeMs }) => String(mtimeMs),
        () => 'gone',
      ),
    ),
  );
  return times.join(' ');
}
