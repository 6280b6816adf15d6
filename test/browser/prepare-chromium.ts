import { execFile } from 'node:child_process';
import { access, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '../..');
const packages = join(root, 'node_modules');
const extract = `
  import chromium from '@sparticuz/chromium';
  process.stdout.write(await chromium.executablePath());
`;

/** A Chromium that can be started, and the fonts it draws with. */
export interface PreparedChromium {
  executablePath: string;
  /** For the environment variable `FONTCONFIG_FILE`. */
  fontConfigPath: string;
}

/**
 * Unpacks the Chromium that came with npm, unless an earlier run has. The package unpacks to one
 * place, where several test processes would start one another's half of it; here it appears whole
 * or not at all.
 */
export async function prepareChromium(): Promise<PreparedChromium> {
  const about = await readFile(join(packages, '@sparticuz/chromium/package.json'), 'utf8');
  const { version } = JSON.parse(about) as { version: string };
  const folder = join(tmpdir(), `concord-chromium-${version}-${process.getuid?.() ?? 0}`);
  const executablePath = join(folder, 'chromium');
  if (!(await exists(executablePath))) {
    const staging = await mkdtemp(join(tmpdir(), 'concord-chromium-new-'));
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', extract], {
      cwd: root,
      env: { ...process.env, TMPDIR: staging },
    });
    // Whoever comes second finds a folder that is not empty, and uses that one.
    await rename(staging, folder).catch(() => rm(staging, { recursive: true }));
    await access(executablePath);
  }
  return { executablePath, fontConfigPath: await writeFontConfig(folder) };
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const fontFolders = [
  'inter/400Regular',
  'inter/400Regular_Italic',
  'inter/500Medium',
  'inter/600SemiBold',
  'inter/700Bold',
  'inter/700Bold_Italic',
  'jetbrains-mono/400Regular',
  'jetbrains-mono/700Bold',
  'noto-color-emoji/400Regular',
];
const preferred = {
  'system-ui': 'Inter',
  'sans-serif': 'Inter',
  serif: 'Inter',
  'ui-monospace': 'JetBrains Mono',
  monospace: 'JetBrains Mono',
};

/** Pages look the same on every machine, and on one without fonts too. */
async function writeFontConfig(folder: string): Promise<string> {
  const fonts = join(packages, '@expo-google-fonts');
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${fontFolders.map((name) => `<dir>${join(fonts, name)}</dir>`).join('\n')}
<cachedir>${join(folder, 'font-cache')}</cachedir>
${Object.entries(preferred)
  .map(
    ([family, font]) =>
      `<alias binding="same"><family>${family}</family><prefer><family>${font}</family></prefer></alias>`,
  )
  .join('\n')}
</fontconfig>
`;
  const path = join(folder, 'fonts.conf');
  const own = `${path}.${process.pid}`;
  await writeFile(own, text);
  await rename(own, path);
  return path;
}
