import { splitSentences } from '../../library/index.ts';
import { createAnalyser } from '../../retrieval/index.ts';
import type { CheckedClaim } from './claim-check.ts';
import { excerpt } from './excerpt.ts';
import type { ClaimFailure } from './verified-claim.ts';

/** Least share of the telling words of each of a claim's sentences that its quotes hold. */
const leastShare = 0.5;
/** The same of all its words, those of the title and headings among them. */
const leastShareOfAll = 0.25;
const word = /[\p{L}\p{M}][\p{L}\p{M}'\u2019-]*/gu;

/**
 * Whether most of what each sentence of a claim says stands in its quotes, so that none hides behind
 * another: the share of its content words whose stem occurs there. Words of the title and headings
 * count neither way, since a claim may name what it is about, but they cannot be nearly all of it,
 * since anybody can write a title; figures have a check of their own.
 *
 * The thresholds let honest paraphrases through and stop statements about something else. They
 * cannot tell a changed verb: entailment is for a model to judge.
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
    const all = new Set<string>();
    for (const [each] of text.slice(start, end).matchAll(word)) {
      const stems = terms(each);
      if (stems.length === 0) continue;
      all.add(each);
      const isQuoted = stems.some((stem) => quoted.has(stem));
      if (isQuoted || !stems.every((stem) => about.has(stem))) told.set(each, isQuoted);
    }
    const missing = [...told.keys()].filter((each) => told.get(each) === false);
    const found = told.size - missing.length;
    const isMostlyTold = found > 0 && found / told.size >= leastShare;
    if (isMostlyTold && found / all.size >= leastShareOfAll) continue;
    const which =
      missing.length === 0
        ? 'the claim repeats little but titles and headings'
        : `of the claim's words ${missing.map(excerpt).join(', ')} are in none of them`;
    return { code: 'ungrounded', problem: `The quotes do not say this: ${which}.` };
  }
  return null;
}
