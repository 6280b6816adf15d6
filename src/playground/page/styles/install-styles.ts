/**
 * Gives the document its style sheets, in this order. They come with the script (`*.css` is bundled
 * as text), so that nothing is ever shown unstyled and no style has to be allowed inline.
 */
export function installStyles(sheets: readonly string[]): void {
  document.adoptedStyleSheets = sheets.map((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  });
}
