import { isAbsolute } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { PlaygroundError } from '../playground-error.ts';

export interface BundledPage {
  script: string;
  /** Absolute paths of the files it was made from, but for packages. */
  sources: string[];
}

/**
 * Bundles the page for the browser into one script, in memory. Style sheets become text within it,
 * which the page hands to the document; nothing is loaded from elsewhere.
 *
 * @param entry absolute path of the page's first module.
 * @throws {PlaygroundError} `playground-page-unbuilt` when its source cannot be bundled.
 */
export async function bundlePage(entry: string): Promise<BundledPage> {
  // Loaded when it is needed: most local Slacks are driven by programs and never show a page.
  const { rolldown } = await import('rolldown');
  try {
    await using bundle = await rolldown({
      input: entry,
      platform: 'browser',
      moduleTypes: { '.css': 'text' },
      transform: { jsx: { runtime: 'automatic' } },
      logLevel: 'silent',
    });
    // For browsers, minified means built for production: React leaves its warnings out.
    const { output } = await bundle.generate({
      format: 'es',
      codeSplitting: false,
      minify: true,
    });
    const isOwn = (path: string): boolean => isAbsolute(path) && !path.includes('node_modules');
    return { script: output[0].code, sources: (await bundle.watchFiles).filter(isOwn) };
  } catch (cause) {
    const reason = stripVTControlCharacters(cause instanceof Error ? cause.message : String(cause));
    throw new PlaygroundError('playground-page-unbuilt', `could not bundle ${entry}`, {
      cause,
      forPeople: `The page could not be built: ${reason}`,
    });
  }
}
