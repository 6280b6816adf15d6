import { alignSentences } from './align-sentences.ts';
import type { CheckedClaim } from './claim-check.ts';
import { excerpt } from './excerpt.ts';
import type { ClaimFailure } from './verified-claim.ts';

const cause =
  /\b(?:because|caus(?:e[ds]?|ing)|due to|owing to|thanks to|le(?:d|ads?|ading) to|result(?:s|ed|ing)? (?:in|from)|as a (?:result|consequence)|therefore|thus|hence|consequently|prevent(?:s|ed|ing)?|brought about|attributable|attributed|drive[ns]?|driven by)\b/iu;
const saysCause =
  /\b(?:because|since|caus\w*|due to|owing|thanks to|le(?:d|ads?|ading) to|result\w*|so that|so|therefore|thus|hence|consequen\w*|reason\w*|prevent\w*|avoid\w*|effect\w*|impact\w*|reduc(?:e|es|ed|ing)|improv\w*|increas(?:e|es|ed|ing)|rais(?:e|es|ed)|cut|cuts|help\w*|allow\w*|enabl\w*|ma(?:ke|kes|de)|g(?:ive|ives|ave)|brought|attribut\w*|driv\w*|meant|means|protect\w*)\b|,\sas\s|:/iu;
const association =
  /\b(?:associat\w*|link(?:s|ed)?|correlat\w*|relat(?:ed|es|ion\w*)|relationship|more likely|less likely|tend(?:s|ed)?|coincid\w*|went (?:along )?with|accompan\w*)\b/iu;
const effect =
  /\b(?:reduc(?:es|ed|ing)|lower(?:s|ing)|rais(?:es|ed|ing)|improv(?:es|ed|ing)|increas(?:es|ed|ing)|cuts?|boost(?:s|ed)?|worsen(?:s|ed)|protect(?:s|ed)?|trigger(?:s|ed)?|makes?|made|affect(?:s|ed)?|prevent(?:s|ed)?)\b/iu;
const causalQuote = /\b(?:because|caus\w*|due to|le(?:d|ads?) to|result\w* (?:in|from)|owing)\b/iu;

/**
 * Whether a claim names a cause only where its quotes do: `because`, `led to` or `prevents` needs a
 * cause or an effect in them, and what they call a link may not be said to raise or reduce anything.
 */
export function checkCause(claim: CheckedClaim): ClaimFailure | null {
  for (const { said, rests } of alignSentences(claim)) {
    const isLinkOnly = association.test(rests) && !causalQuote.test(rests);
    const isMade =
      (cause.test(said) && (isLinkOnly || !saysCause.test(rests))) ||
      (isLinkOnly && !association.test(said) && effect.test(said));
    if (!isMade) continue;
    return {
      code: 'cause',
      problem: `The claim ${excerpt(said)} names a cause where its quotes only say that things go together or follow each other.`,
    };
  }
  return null;
}
