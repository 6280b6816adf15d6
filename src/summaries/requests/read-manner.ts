import type { SummaryLength, SummaryReader } from '../summary.ts';

/** How long a summary is wanted and for whom, with what is left of the words. */
export interface Manner {
  rest: string;
  length: SummaryLength | null;
  reader: SummaryReader | null;
}

const board =
  '(?:(?:the|our|my|a|your|an) )?(?:(?:trust|governing|partnership|joint|integrated care|executive) )?(?:boards?(?: (?:members?|meeting|paper|report))?|executives?|chief executives?|directors?|non-?executives?(?: directors?)?|governors?|trustees?|senior (?:leaders?|managers?|team))';
const clinicians =
  '(?:(?:the|our|my|a|busy) ){0,2}(?:clinicians?|doctors?|nurses?|GPs?|consultants?|medics?|physicians?|pharmacists?|paramedics?|therapists?|clinical (?:staff|colleagues|teams?|audience|leads?)|health(?:care)? professionals?)';
const public_ =
  '(?:(?:the|our|a|local) )?(?:(?:general )?public|patients?|lay (?:people|persons?|readers?|audience)|lay[mp]e[nr]s?o?n?|residents?|citizens?|carers?|families|non-?(?:experts?|specialists?|clinicians?)|everyone|anybody|anyone)';

const readers: readonly (readonly [SummaryReader, string])[] = [
  ['board', `for ${board}`],
  ['clinician', `for ${clinicians}|for a clinical audience`],
  [
    'public',
    `in (?:plain|simple|everyday|lay|easy|clear)(?: (?:and )?(?:simple|plain|clear))? (?:english|language|words|terms)|in lay(?:man|person|people)?(?:['\u2019]?s)? terms|in easy[- ]read|for ${public_}`,
  ],
];
const lengths: readonly (readonly [SummaryLength, string])[] = [
  [
    'sentence',
    '(?:in|as|into|to|down to) (?:just |only )?(?:one|a single|1|a) (?:short )?(?:sentence|line|one-liner)|in a nutshell',
  ],
  [
    'full',
    '(?:in (?:full|(?:some |more |greater |much )?detail|depth|about 500 words)|at (?:full )?length|fully|thoroughly|comprehensively|on (?:one|a single|1) page|in (?:[3-9]\\d\\d|[1-9],?\\d{3}) words)',
  ],
  [
    'brief',
    '(?:briefly|in brief|in short|shortly|quickly|concisely|in (?:a |an )?(?:short |brief |single |one )?paragraph|in (?:a few|a couple of|two|three|four|five|six|[2-6]) (?:short )?(?:words|sentences|lines|bullets?(?: points?)?|points|key points)|in (?:under |about |around |at most |no more than |up to |fewer than |less than )?(?:\\d{2}|[12]\\d\\d) words|in bullet points)',
  ],
];
const phrases = [
  ...readers.map(([reader, words]) => ({ reader, length: null, words })),
  ...lengths.map(([length, words]) => ({ reader: null, length, words })),
].map(({ words, ...manner }) => ({
  ...manner,
  last: new RegExp(`[\\s,;]+(?:and |but )?(?:${words})[\\s,]*$`, 'i'),
  first: new RegExp(`^(?:${words})[\\s,:]+`, 'i'),
}));
const courtesy =
  /[\s,]+(?:please|pls|thanks|thank you|cheers|if you (?:can|could)|for me|for us)$/i;
const mostPhrases = 6;

/**
 * Takes `for the board`, `in one sentence` and the like off both ends of what is to be summarised.
 * What stands between quotation marks is a name and left alone.
 */
export function readManner(words: string): Manner {
  const manner: Manner = { rest: words.trim(), length: null, reader: null };
  for (let taken = 0; taken < mostPhrases; taken += 1) {
    const plain = manner.rest.replace(courtesy, '');
    const found = phrases.find(({ first, last }) => first.test(plain) || last.test(plain));
    if (found === undefined) return { ...manner, rest: plain };
    manner.rest = plain.replace(found.last, '').replace(found.first, '').trim();
    manner.length ??= found.length;
    manner.reader ??= found.reader;
  }
  return manner;
}

const adjectives: readonly (readonly [RegExp, Partial<Manner>])[] = [
  [/\b(?:one|single|1)[- ](?:sentence|line)\b/i, { length: 'sentence' }],
  [/\b(?:short|brief|quick|concise)\b/i, { length: 'brief' }],
  [/\b(?:full|long|longer|detailed|in-depth|comprehensive|thorough)\b/i, { length: 'full' }],
  [/\b(?:board|executive|leadership)\b/i, { reader: 'board' }],
  [/\b(?:clinical|clinician)\b/i, { reader: 'clinician' }],
  [/\b(?:plain|lay|simple|easy|public|patient)\b/i, { reader: 'public' }],
];

/** What stands before the word `summary`: `a one-sentence plain-English`. */
export function readAdjectives(words: string): Pick<Manner, 'length' | 'reader'> {
  const manner: Pick<Manner, 'length' | 'reader'> = { length: null, reader: null };
  for (const [pattern, { length, reader }] of adjectives) {
    if (!pattern.test(words)) continue;
    manner.length ??= length ?? null;
    manner.reader ??= reader ?? null;
  }
  return manner;
}
