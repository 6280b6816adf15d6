import type { ClaimFailure, VerifiedClaim } from '../../answering/index.ts';
import { isWholeSentence, pointsOutside, refersBack } from '../extract/stands-alone.ts';

/**
 * Whether a claim can be understood by somebody who sees nothing else of the publication, by the same
 * rules as sentences taken from it.
 *
 * @param title of the publication, which a claim may call what it calls itself, such as `this policy`.
 */
export function checkAlone(
  { text }: Pick<VerifiedClaim, 'text'>,
  title: string,
): ClaimFailure | null {
  const ended = /\p{P}$/u.test(text) ? text : `${text}.`;
  if (isWholeSentence(ended) && !refersBack(text, title) && !pointsOutside(text)) return null;
  return {
    code: 'not-alone',
    problem:
      'The claim cannot be understood on its own: write a whole sentence that names what it speaks of, without “this”, “they”, “such”, figures, tables, pages or chapters.',
  };
}
