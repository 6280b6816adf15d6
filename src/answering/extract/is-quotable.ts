import type { Candidate } from './candidate.ts';

const dotLeader = /\.{4,}|(?:\. ){4,}|\u2026{2,}/;
const reference =
  /^\[?\d{1,3}[\].]\s.*\b(?:19|20)\d\d\b|\bet al\.?,?\s.*\b(?:19|20)\d\d\b.*\b(?:doi|pp?\.|vol|journal)\b|\bdoi:|^https?:\/\/\S+$/i;
const listedSource =
  /^[[(]?\d{1,3}[\]).]\s+(?:\p{Lu}[\p{L}'\u2019-]+,?\s(?:\p{Lu}\.?[\s-]?){1,3}(?:[,.;]|and\b|&|et\b))/u;
const footnote = /^\d{1,3}\s.*https?:\/\//;
const coded =
  /^\d{1,3}\s(?:see\b|ibid\b|cf\b|.{0,120}\bparas?\s\d|.{0,80}\b[A-Z]{2,}\d{5,}|.{0,60}\b\d+\/\d+(?:[-\u2013]\d+)?)/i;
const notice = /^(?:\u00a9|copyright\b|all rights reserved|isbn\b|page \d+|illustrative example:)/i;
const word = /\p{L}[\p{L}\p{M}'\u2019-]*/gu;

/** Whether a paragraph that begins so speaks of its own making, all through. */
export function isNotice(text: string): boolean {
  return notice.test(text);
}

/**
 * Whether a candidate says something: no question, lead-in without its list, contents line,
 * reference entry, imprint or fragment.
 */
export function isQuotable({ kind, text }: Pick<Candidate, 'kind' | 'text'>): boolean {
  if (/[?:]["'\u2019\u201d)]*$/.test(text)) return false;
  if (
    dotLeader.test(text) ||
    reference.test(text) ||
    listedSource.test(text) ||
    footnote.test(text) ||
    coded.test(text) ||
    isNotice(text)
  )
    return false;
  const words = text.match(word)?.length ?? 0;
  return kind === 'sentence' ? words >= 4 : words >= 2;
}
