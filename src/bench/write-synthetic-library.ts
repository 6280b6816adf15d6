import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRandom } from '../evaluation/index.ts';
import { assembleText, plainTextBlocks, splitIntoPassages } from '../library/index.ts';
import { syntheticPublications } from './synthetic/synthetic-publications.ts';

export interface SyntheticLibrary {
  publications: number;
  /** At least as many as asked for, fewer than one publication more. */
  passages: number;
  /** Some of their texts, drawn at random from the whole library; queries are made from them. */
  samples: string[];
}

const publicationsPerFolder = 500;
const mostSamples = 600;

/** Writes synthetic publications as plain text files, enough to give the passages asked for. */
export async function writeSyntheticLibrary(
  directory: string,
  passagesWanted: number,
  seed: number,
): Promise<SyntheticLibrary> {
  const library: SyntheticLibrary = { publications: 0, passages: 0, samples: [] };
  const random = createRandom(seed);
  for (const { title, text } of syntheticPublications(seed)) {
    if (library.passages >= passagesWanted) break;
    const part = Math.floor(library.publications / publicationsPerFolder);
    const folder = join(directory, `part-${part}`);
    if (library.publications % publicationsPerFolder === 0)
      await mkdir(folder, { recursive: true });
    const whole = `${title}\n\n${text}\n`;
    await writeFile(join(folder, `${library.publications}.txt`), whole);
    library.publications += 1;
    for (const passage of splitIntoPassages(assembleText(plainTextBlocks(whole)))) {
      library.passages += 1;
      // Reservoir sampling: every passage is as likely to be drawn.
      const place = Math.floor(random() * library.passages);
      if (library.samples.length < mostSamples) library.samples.push(passage.text);
      else if (place < mostSamples) library.samples[place] = passage.text;
    }
  }
  return library;
}
