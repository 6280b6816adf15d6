import { load } from 'cheerio';
import type { ZipArchive } from './zip-archive.ts';

/** Where the relations of a part lead, by their id. */
export async function relationTargets(
  archive: ZipArchive,
  part: string,
): Promise<Map<string, { path: string; type: string }>> {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash);
  const xml = await archive.text(`${folder}/_rels/${part.slice(slash + 1)}.rels`);
  const targets = new Map<string, { path: string; type: string }>();
  if (xml === null) return targets;
  const $ = load(xml, { xml: true });
  for (const { attribs } of $('Relationship').toArray()) {
    const { Id: id = '', Target: target = '', Type: type = '', TargetMode: mode } = attribs;
    if (mode === 'External') continue;
    targets.set(id, { path: resolvePath(folder, target), type: type.split('/').at(-1) ?? '' });
  }
  return targets;
}

function resolvePath(folder: string, target: string): string {
  const { pathname } = new URL(target, `file:///${folder}/`);
  return decodeURIComponent(pathname.slice(1));
}
