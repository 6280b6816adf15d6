import type { DocumentProperties } from '../../document.ts';
import { authorNames } from '../author-names.ts';
import { tidyText } from '../block-text.ts';
import { definedProperties } from '../defined-properties.ts';
import { usableTitle } from '../usable-title.ts';
import type { PdfDocument } from './pdf-document.ts';

/** Title, authors, date and language as the file gives them; nothing where they are unusable. */
export async function pdfProperties(document: PdfDocument): Promise<DocumentProperties> {
  try {
    const { info, metadata } = await document.getMetadata();
    const entries = info as Readonly<Record<string, unknown>>;
    const value = (name: string) =>
      typeof entries[name] === 'string' ? tidyText(entries[name]) : '';
    return definedProperties({
      title: usableTitle(value('Title')) ?? usableTitle(described(metadata, 'dc:title')[0]),
      authors: authorNames(value('Author') || described(metadata, 'dc:creator').join('; ')),
      date: calendarDate(value('CreationDate')) ?? calendarDate(value('ModDate')),
      language: value('Language'),
    });
  } catch {
    return {};
  }
}

/** Values in the file's XMP description, which newer programs write instead of the older fields. */
function described(metadata: { get(name: string): unknown } | null, name: string): string[] {
  const value = metadata?.get(name);
  return [value].flat().filter((entry) => typeof entry === 'string');
}

/** Printed page numbers, where the file has them and they differ from the physical ones. */
export async function pdfPageLabels(document: PdfDocument): Promise<string[] | null> {
  try {
    const labels = await document.getPageLabels();
    const differ = labels?.some((label, index) => label !== '' && label !== String(index + 1));
    return labels && differ ? labels : null;
  } catch {
    return null;
  }
}

/** `D:20240705101900+01'00'` is 2024-07-05; the day as written, in its own time zone. */
function calendarDate(written: string): string | undefined {
  const match = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(written);
  if (!match) return undefined;
  const date = `${match[1]}-${match[2]}-${match[3]}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  const real = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
  return real && date >= '1980' ? date : undefined;
}
