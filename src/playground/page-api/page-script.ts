import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { bundlePage } from './bundle-page.ts';

const pageFolder = join(import.meta.dirname, '..', 'page');
const protocolFile = join(import.meta.dirname, 'page-protocol.ts');

/** The page's script, bundled when it is first asked for and again after its source has changed. */
export interface PageScript {
  /** @throws {PlaygroundError} `playground-page-unbuilt`. */
  read(): Promise<string>;
}

export function createPageScript(): PageScript {
  let bundled: { sources: string; script: Promise<string> } | null = null;
  return {
    async read() {
      const sources = await fingerprint();
      if (bundled?.sources !== sources) {
        bundled = { sources, script: bundlePage(join(pageFolder, 'main.tsx')) };
      }
      return bundled.script;
    },
  };
}

/** Names and times of all source files; looking takes a millisecond or two, bundling half a second. */
async function fingerprint(): Promise<string> {
  const entries = await readdir(pageFolder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const times = await Promise.all(
    [protocolFile, ...files.sort()].map(async (file) => `${file} ${(await stat(file)).mtimeMs}`),
  );
  return times.join('\n');
}
