/**
 * Words as ROUGE compares them here: lower case, runs of letters and digits, not stemmed. For ASCII
 * text the same as those of Google's `rouge_score` at its defaults; letters beyond ASCII, which that
 * drops, count as well.
 */
export function rougeWords(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}
