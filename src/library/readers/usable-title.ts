const junk =
  /^(?:untitled(?:[\s-]*\d*)?|document\s*\d*|title|presentation\d*|powerpoint[- ]pr[äe]sentation|powerpoint presentation|slide 1|microsoft (?:word|powerpoint|excel)\b.*|layout \d+|print|no job name|[\w\s.&()-]+\.(?:docx?|pptx?|pdf|xlsx?|indd|qxd|qxp|rtf|odt|tex|dvi|html?|txt|pub|cdr|ai|p65|pmd|job|tmp)|https?:\S+|[\d\W_]+|[A-Za-z]?\d{5,}\w*|doi:.*|.*\bphd_template\b.*)$/i;

/**
 * A title as the file's own properties give it, or undefined for what programs put there by
 * themselves: file names, "Microsoft Word - …", "untitled", numbers.
 */
export function usableTitle(title: string | undefined): string | undefined {
  const text = title?.replace(/\s+/g, ' ').trim() ?? '';
  if (text.length < 4 || text.length > 300 || junk.test(text)) return undefined;
  const oneWordInSmallLetters = /^[\p{Ll}\d_.-]+$/u.test(text);
  return oneWordInSmallLetters ? undefined : text;
}
