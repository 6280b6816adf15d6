import { load } from 'cheerio';
import type { DocumentProperties } from '../document.ts';
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
    authors: value('dc:creator')
      .split(/\s*;\s*/)
      .filter((author) => author !== '' && !placeholderAuthor.test(author)),
    date: /^\d{4}-\d{2}-\d{2}/.exec(changed)?.[0],
    language: value('dc:language') || undefined,
  });
}

/** What installations and generators write where a person's name belongs. */
const placeholderAuthor =
  /^(?:python-docx|user|users?\d*|admin(?:istrator)?|owner|author|unknown|windows user|microsoft office user|microsoft|office|apache poi|un-?named|test|x)$/i;
