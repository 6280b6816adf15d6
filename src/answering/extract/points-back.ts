import type { Candidate } from './candidate.ts';

const backwards =
  /^(?:this|that|these|those|it|they|he|she|his|her|their|its|such|both|however|but|and|or|so|then|thus|therefore|hence|also|moreover|furthermore|nevertheless|instead|otherwise|consequently|similarly|here|there|the (?:former|latter))\b/i;

/** Whether a sentence begins with a word that only makes sense after another sentence. */
export function pointsBack(text: string): boolean {
  return backwards.test(text.replace(/^["'\u2018\u201c(]+/, ''));
}

/** Nothing stands before it in its paragraph that its first word could point back to. */
export function isDangling({ kind, previous, text }: Candidate): boolean {
  return kind !== 'table-row' && previous === null && pointsBack(text);
}
