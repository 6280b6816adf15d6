import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';

/** A file that describes the publication beside it. */
export interface Sidecar {
  fileName: string;
  /** As on disk; part of the publication's content hash. */
  bytes: Uint8Array;
  text: string;
}

/**
 * Where a file's description may stand, the first that exists counting: `paper.pdf.meta.yaml`, then
 * `paper.meta.yaml` (also with `.yml`).
 */
export function sidecarPathsOf(path: string): string[] {
  const bare = path.slice(0, path.length - extname(path).length);
  return [path, bare].flatMap((start) => [`${start}.meta.yaml`, `${start}.meta.yml`]);
}

/** True for names that are sidecars and no publications. */
export function isSidecar(path: string): boolean {
  return /\.meta\.ya?ml$/i.test(path);
}

/** The description beside a file, or null; file system errors other than absence are thrown. */
export async function readSidecar(path: string): Promise<Sidecar | null> {
  for (const candidate of sidecarPathsOf(path)) {
    try {
      const bytes = await readFile(candidate);
      return { fileName: basename(candidate), bytes, text: new TextDecoder().decode(bytes) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return null;
}
