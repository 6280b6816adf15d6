import type { ClaimFailure, VerifiedClaim } from '../../answering/index.ts';
import type { SummaryItem } from '../summary.ts';

interface Cue {
  /** Of which a quote, or with `heading` a heading above one, has to hold something. */
  pattern: RegExp;
  heading?: true;
  name: string;
}

/**
 * What the quotes of a claim have to speak of for the claim to stand under an item. Under the others
 * anything may stand that its quotes say.
 */
const cues: Partial<Record<SummaryItem, Cue>> = {
  authorship: {
    pattern:
      /\b(?:authors?|authored|by|written|wrote|prepared|produced|publish\w*|commission\w*|fund\w*|sponsor\w*|edit(?:ed|or)\w*|chair\w*|led|copyright|on behalf of|university|institute|department|foundation|college|agency)\b|©/iu,
    name: 'who wrote, published or paid for it',
  },
  recommendations: {
    pattern:
      /\b(?:recommend\w*|should|must|ought|need(?:s|ed)? to|needs? (?:for|more|better)|call(?:s|ed|ing)? (?:for|on)|urge\w*|advis\w*|advice|propos\w*|suggest\w*|encourag\w*|asks?|required? to|priorit\w*|actions?|commit\w*|will)\b/iu,
    heading: true,
    name: 'what should be done',
  },
  limits: {
    pattern:
      /\b(?:limit\w*|caution\w*|caveat\w*|weak\w*|bias\w*|uncertain\w*|confound\w*|generalis\w*|generaliz\w*|small|few|only|not|no|cannot|unable|lack\w*|missing|incomplete|unknown|unclear|underestimat\w*|overestimat\w*|low(?:er)?[ -](?:quality|certainty)|however|although|may|might|beyond|excluded?|out of scope)\b/iu,
    heading: true,
    name: 'what it cannot show',
  },
  'primary-care': {
    pattern:
      /\b(?:primary[ -]care|general[ -](?:medical )?practi(?:ce|ces|tioner|tioners)|GPs?|(?:GP|doctors?['’]?) (?:surger(?:y|ies)|practices?)|family (?:doctors?|physicians?|medicine|practices?)|practice nurses?|community pharmac\w*|primary[ -]health[ -]?care|PCNs?)\b/iu,
    name: 'primary care, such as general practices',
  },
  'secondary-care': {
    pattern:
      /\b(?:secondary[ -]care|hospitals?|acute (?:care|trusts?|services?|sector|wards?|admissions?)|(?:in|out)-?patients?|wards?|emergency departments?|A&E|specialist (?:care|services?|clinics?)|consultants?|NHS (?:foundation )?trusts?|intensive care|theatres?)\b/iu,
    name: 'secondary care, such as hospitals',
  },
};

/** Whether the quotes of a claim speak of what an item is about. */
export function checkItem(
  item: SummaryItem,
  { quotes }: Pick<VerifiedClaim, 'quotes'>,
): ClaimFailure | null {
  const cue = cues[item];
  if (cue === undefined) return null;
  const spoken = quotes.flatMap(({ text, headingPath }) => [
    text,
    ...(cue.heading === true ? headingPath : []),
  ]);
  if (spoken.some((text) => cue.pattern.test(text))) return null;
  return {
    code: 'ungrounded',
    problem: `No quote says that this is about ${cue.name}: quote the words that do, or give the claim up.`,
  };
}
