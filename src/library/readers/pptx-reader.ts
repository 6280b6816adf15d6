import { load } from 'cheerio';
import type { Block, ReadDocument } from '../document.ts';
import { officeProperties } from './office-properties.ts';
import { relationTargets } from './pptx-relations.ts';
import { slideBlocks } from './pptx-slide.ts';
import { ReadFailure } from './read-failure.ts';
import type { ReaderInput } from './reader.ts';
import type { ZipArchive } from './zip-archive.ts';

/**
 * Reads a PowerPoint file, a slide as a page, in the order in which slides are shown: title, text,
 * tables, labels and values of charts, then the speaker's notes.
 */
export async function readPptx({ archive }: ReaderInput): Promise<ReadDocument> {
  if (!archive) throw new Error('a PowerPoint file is read from its archive');
  const slides = await slidePaths(archive);
  const blocks: Block[] = [];
  const warnings: string[] = [];
  for (const [index, path] of slides.entries()) {
    const page = index + 1;
    const found = path === null ? null : await slideBlocks(archive, path);
    if (found === null) warnings.push(`slide ${page} is missing from the file`);
    else if (found.length === 0) warnings.push(`slide ${page} holds no text`);
    blocks.push(...(found ?? []).map((block) => ({ ...block, pages: [{ page, offset: 0 }] })));
  }
  return {
    format: 'pptx',
    blocks,
    pageCount: slides.length,
    pageLabels: null,
    properties: await officeProperties(archive),
    warnings,
  };
}

/** Paths of the slides in order of showing; null for one that the file lists but does not hold. */
async function slidePaths(archive: ZipArchive): Promise<(string | null)[]> {
  const presentation = await archive.text('ppt/presentation.xml');
  if (presentation === null) throw damaged('its list of slides is missing');
  const targets = await relationTargets(archive, 'ppt/presentation.xml');
  const $ = load(presentation, { xml: true });
  return $('p\\:sldIdLst > p\\:sldId')
    .toArray()
    .map((slide) => targets.get(slide.attribs['r:id'] ?? '')?.path ?? null);
}

function damaged(reason: string): ReadFailure {
  return new ReadFailure(
    'file-malformed',
    `is a damaged PowerPoint file (${reason})`,
    'Open it in PowerPoint, save it again, and replace the file.',
  );
}
