import type { CheckedClaim } from './claim-check.ts';
import type { ClaimFailure } from './verified-claim.ts';

/** Control, formatting (invisible, or turning the direction), private, unassigned; line breaks. */
const unreadable = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\ufffd]/u;
const letter = /\p{L}/u;
/** More marks on one letter than any language needs draw over the lines around them. */
const heapedMarks = /\p{M}{5}/u;

/** Whether a claim is one line of visible characters. */
export function checkReadable({ text }: CheckedClaim): ClaimFailure | null {
  const isReadable =
    letter.test(text) && text.isWellFormed() && !unreadable.test(text) && !heapedMarks.test(text);
  if (isReadable) return null;
  return {
    code: 'unreadable-text',
    problem:
      'The text of the claim must be one line of plain words, without line breaks, control or invisible characters.',
  };
}
