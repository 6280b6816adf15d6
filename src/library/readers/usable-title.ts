/** What programs write where nobody gave a title. */
const junk: readonly RegExp[] = [
  /^untitled(?:[\s-]*(?:document|presentation|page|publication|spreadsheet))?[\s-]*\d*$/i,
  /^(?:document|presentation|slide|layout|page)\s*\d*$/i,
  /^(?:title|print|no job name)$/i,
  /^powerpoint[- ]pr[äe]sentation$/i,
  /^microsoft (?:word|powerpoint|excel)\b/i,
  /\.(?:docx?|pptx?|pdf|xlsx?|indd|qxd|qxp|rtf|odt|tex|dvi|html?|txt|pub|cdr|ai|p65|pmd|job|tmp)$/i,
  /^(?:https?:|doi:)/i,
  /^[\d\W_]+$/,
  /^[a-z]?\d{5,}\w*$/i,
];

/**
 * A title as the file's own properties give it, or undefined for what programs put there by
 * themselves: file names, "Microsoft Word - …", "untitled", numbers.
 */
export function usableTitle(title: string | undefined): string | undefined {
  const text = title?.replace(/\s+/g, ' ').trim() ?? '';
  if (text.length < 4 || text.length > 300 || junk.some((pattern) => pattern.test(text)))
    return undefined;
  const oneWordInSmallLetters = /^[\p{Ll}\d_.-]+$/u.test(text);
  return oneWordInSmallLetters ? undefined : text;
}
