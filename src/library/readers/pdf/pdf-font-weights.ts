import type { PdfJsPage } from './pdf-document.ts';

const boldName =
  /bold|black|heavy|semibold|demi(?!.*italic$)|(?:^|\+)(?:cmb|sfbx|cmssbx)|[-,]bd(?:$|[-,])|[.-]b$/i;

interface FontObject {
  name?: string;
  bold?: boolean;
  black?: boolean;
}

/**
 * Tells bold fonts by their names. PDF.js hands out font objects only with a page's drawing
 * operations, which cost far more than its text, so only pages on which a font appears for the first
 * time are asked for them.
 */
export function createFontWeights() {
  const bold = new Map<string, boolean>();
  return async (
    page: PdfJsPage,
    fonts: readonly string[],
  ): Promise<ReadonlyMap<string, boolean>> => {
    const unknown = fonts.filter((font) => !bold.has(font));
    if (unknown.length === 0) return bold;
    try {
      await page.getOperatorList();
    } catch {
      // Broken drawing operations leave the weights unknown, not the text unread.
    }
    for (const font of unknown) {
      const known = page.commonObjs.has(font) ? (page.commonObjs.get(font) as FontObject) : {};
      bold.set(
        font,
        known.bold === true || known.black === true || boldName.test(known.name ?? ''),
      );
    }
    return bold;
  };
}
