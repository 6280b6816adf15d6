import { load } from 'cheerio';
import type { DocumentProperties } from '../document.ts';
import { authorNames } from './author-names.ts';
import { tidyText } from './block-text.ts';
import { definedProperties } from './defined-properties.ts';
import { usableTitle } from './usable-title.ts';
import type { ZipArchive } from './zip-archive.ts';

/** Title, authors, date and language from `docProps/core.xml` of an Office file. */
export async function officeProperties(archive: ZipArchive): Promise<DocumentProperties> {
  const xml = await archive.text('docProps/core.xml');
  if (xml === null) return {};
  const $ = load(xml, { xml: true });
  const value = (name: string) => tidyText($(name.replace(':', '\\:')).first().text());
  const changed = value('dcterms:modified') || value('dcterms:created');
  return definedProperties({
    title: usableTitle(value('dc:title')),
    authors: authorNames(value('dc:creator')),
    date: /^\d{4}-\d{2}-\d{2}/.exec(changed)?.[0],
    language: value('dc:language') || undefined,
  });
}
