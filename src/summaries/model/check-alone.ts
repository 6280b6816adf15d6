import type { ClaimFailure, VerifiedClaim } from '../../answering/index.ts';
import { isWholeSentence, pointsOutside, refersBack } from '../extract/stands-alone.ts';

/** A summary speaks of its authors, not as them, but where it repeats their words as theirs. */
const speaksAsAuthors =
  /\b(?:[Ww]e|[Oo]ur|us|[Mm]y)\b|\bI (?:am|was|have|had|will|would|recommend|consider|believe|conclude|find|found|think|heard)\b/u;
const quoted = /["\u201c\u2018][^"\u201c\u201d\u2018]*["\u201d\u2019]/gu;
/** Goes on from what a summary may have left out. */
const goesOn =
  /^(?:additionally|in addition|in parallel|meanwhile|interestingly|notably|importantly|by contrast|finally|overall,? then|next)\b/i;

/** Odds, intervals and counts in brackets: in print so many of them would be cells of a table. */
const statistics =
  /\s?\((?=[^()]*\d)(?![^()]*\b(?:see|tables?|figs?|figures?|box|charts?|chapters?|sections?|pages?|appendi\w+|annex\w*)\b)[^()]*\)/giu;

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
  const plain = text.replace(statistics, '');
  const ended = /\p{P}$/u.test(plain) ? plain : `${plain}.`;
  const isAlone = isWholeSentence(ended) && !refersBack(text, title) && !pointsOutside(text);
  const isOwnVoice = speaksAsAuthors.test(text.replace(quoted, ''));
  if (isAlone && !isOwnVoice && !goesOn.test(text)) return null;
  return {
    code: 'not-alone',
    problem:
      'The claim cannot be understood on its own: write a whole sentence that names what it speaks of, without “this”, “they”, “such”, “we”, figures, tables, pages or chapters.',
  };
}
