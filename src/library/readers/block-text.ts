import type { Block } from '../document.ts';

/**
 * The one form in which text enters the library: NFC, white space of any kind and length as one
 * space, no control or invisible formatting characters, Latin ligatures as letters, trimmed.
 */
export function tidyText(text: string): string {
  return text
    .replace(/[\s\u0085]+/gu, ' ')
    .replace(/[\p{Cc}\u00ad\u200b\u2060\ufeff\ufff9-\ufffb]/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'))
    .normalize('NFC')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** A block without pages, or nothing when no text is left of it. */
export function blockOf(kind: Block['kind'], text: string, level?: number): Block[] {
  const tidy = tidyText(text);
  if (tidy === '') return [];
  return [{ kind, text: tidy, ...(level === undefined ? {} : { level }), pages: [] }];
}

/** A table row as text, `cell | cell`; nothing when all cells are empty. */
export function tableRowOf(cells: readonly string[]): Block[] {
  const tidy = cells.map(tidyText);
  return tidy.some((cell) => cell !== '') ? blockOf('table-row', tidy.join(' | ')) : [];
}
