import type { ClaimFailure, VerifiedClaim } from '../../answering/index.ts';
import { recommends, recommendsItself, saysLimit, saysMethod } from '../extract/item-cues.ts';
import { roleOfHeading, type SectionRole } from '../extract/section-role.ts';
import type { SummaryItem } from '../summary.ts';

interface Cue {
  /** A quote has to hold something of one of these, */
  patterns: readonly RegExp[];
  /** or to be from such a section. */
  role?: SectionRole;
  name: string;
}

/**
 * What the quotes of a claim have to speak of for the claim to stand under an item. Under the others
 * anything may stand that its quotes say.
 */
const cues: Partial<Record<SummaryItem, Cue>> = {
  authorship: {
    patterns: [
      /\b(?:authors?|authored|by|written|wrote|prepared|produced|publish\w*|commission\w*|fund\w*|sponsor\w*|edit(?:ed|or)\w*|chair\w*|led|copyright|on behalf of|university|institute|department|foundation|college|agency)\b|©/iu,
    ],
    name: 'who wrote, published or paid for it',
  },
  recommendations: {
    patterns: [
      recommends,
      recommendsItself,
      /\b(?:advis\w*|advice|propos\w*|encourag\w*|needs? (?:for|more|better)|required? to)\b/iu,
    ],
    role: 'recommendations',
    name: 'what should be done',
  },
  methods: {
    patterns: [saysMethod, /\b(?:methods?|data|analys\w+|studied|studies|design)\b/iu],
    role: 'methods',
    name: 'how it was done',
  },
  limits: {
    patterns: [saysLimit, /\b(?:limits?|limited|however|only|unclear|unknown|weak\w*|lack\w*)\b/iu],
    role: 'limits',
    name: 'what it cannot show',
  },
  'primary-care': {
    patterns: [
      /\b(?:primary[ -](?:health[ -]?)?care|general[ -](?:medical )?practi(?:ce|ces|tioner|tioners)|GPs?|(?:GP|doctors?['’]?) (?:surger(?:y|ies)|practices?)|family (?:doctors?|physicians?|medicine|practices?)|practice nurses?|community pharmac\w*|PCNs?)\b/iu,
    ],
    name: 'primary care, such as general practices',
  },
  'secondary-care': {
    patterns: [
      /\b(?:secondary[ -]care|hospitals?|acute (?:care|trusts?|services?|sector|wards?|admissions?)|(?:in|out)-?patients?|wards?|emergency departments?|A&E|specialist (?:care|services?|clinics?)|consultants?|NHS (?:foundation )?trusts?|intensive care|theatres?)\b/iu,
    ],
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
  const { patterns, role } = cue;
  const isSpokenOf = quotes.some(
    ({ text, headingPath }) =>
      patterns.some((pattern) => pattern.test(text)) ||
      (role !== undefined && headingPath.some((heading) => roleOfHeading(heading) === role)),
  );
  if (isSpokenOf) return null;
  return {
    code: 'ungrounded',
    problem: `No quote says that this is about ${cue.name}: quote the words that do, or give the claim up.`,
  };
}
