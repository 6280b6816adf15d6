import { splitSentences } from '../../library/index.ts';
import { createAnalyser } from '../../retrieval/index.ts';
import type { CheckedClaim } from './claim-check.ts';
import { excerpt } from './excerpt.ts';
import type { ClaimFailure } from './verified-claim.ts';

/** Least share of the telling words of each of a claim's sentences that its quotes hold. */
const leastShare = 0.5;
const word = /[\p{L}\p{M}][\p{L}\p{M}'\u2019-]*/gu;

/**
 * Whether most of what each sentence of a claim says stands in its quotes: the share of its content
 * words whose stem occurs there. A sentence that says nothing of them cannot hide behind another. Words of the title and headings count neither way, since a claim may name what it is
 * about; figures have a check of their own.
 *
 * The threshold lets honest paraphrases through and stops statements about something else. It cannot
 * tell a changed verb: entailment is for a model to judge.
 */
export function checkGrounding({ text, quotes, publications }: CheckedClaim): ClaimFailure | null {
  const { terms } = createAnalyser();
  const quoted = new Set(terms(quotes.map((quote) => quote.text).join('\n')));
  const about = new Set(
    terms(
      [
        ...publications.map(({ title }) => title),
        ...quotes.flatMap(({ headingPath }) => headingPath),
      ].join('\n'),
    ),
  );
  for (const { start, end } of splitSentences(text)) {
    const told = new Map<string, boolean>();
    for (const [each] of text.slice(start, end).matchAll(word)) {
      const stems = terms(each);
      if (stems.length === 0) continue;
      const isQuoted = stems.some((stem) => quoted.has(stem));
      if (isQuoted || !stems.every((stem) => about.has(stem))) told.set(each, isQuoted);
    }
    const missing = [...told.keys()].filter((each) => told.get(each) === false);
    const found = told.size - missing.length;
    if (found > 0 && found / told.size >= leastShare) continue;
    return {
      code: 'ungrounded',
      problem: `The quotes do not say this: of the claim's words ${missing.map(excerpt).join(', ')} are in none of them.`,
    };
  }
  return null;
}
