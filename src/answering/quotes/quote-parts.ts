/** `…`, `...`, `. . .`, with or without brackets: the mark of what a quote leaves out. */
const omission = /[[(]\s*(?:\u2026|\.(?:\s?\.){2,3})\s*[\])]|\u2026|\.(?:\s?\.){2,3}/g;
const edge =
  /^(?:[\s"'\u2018-\u201f\u00ab\u00bb\u2022*]|[-\u2010-\u2015](?!\d))+|[\s"'\u2018-\u201f\u00ab\u00bb\-\u2010-\u2015]+$/g;
const content = /[\p{L}\p{N}]/u;

/** The parts of a quote between its omission marks, trimmed of white space and quotation marks. */
export function splitQuoteParts(quote: string): string[] {
  return quote
    .split(omission)
    .map((part) => part.replace(edge, ''))
    .filter((part) => content.test(part));
}
