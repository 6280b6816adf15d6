import type { Publication } from '../../library/index.ts';
import { createAnalyser } from '../../retrieval/index.ts';
import type { Claim } from '../answer.ts';
import { type Amount, readAmounts } from './read-amounts.ts';
import { stanceWords } from './read-stance.ts';

/** A claim as it is compared with another. */
export interface Statement {
  text: string;
  /** The claim with its quotes. */
  said: string;
  /** With titles and headings, which may say of whom or when it is said. */
  context: string;
  amounts: Amount[];
  /** Units with the values that stand in claim or quotes. */
  saidAmounts: Amount[];
  /** When and which of several, of the claim and its quotes. */
  marks: Set<string>;
  /** Stems of what it is about: figures, stance and words that say little left out. */
  terms: Set<string>;
  /** Words with a capital letter that begin no sentence. */
  names: Set<string>;
  publications: readonly Publication[];
}

const analyser = createAnalyser();
/** Verbs and nouns that carry little by themselves. */
const light = new Set(
  analyser.terms(
    `total average amount number figure make made take taken place give given use used keep kept hold last get
     reach become show shown find found say report state complete carry happen occur lead mean associate link
     year month week day hour people person case rate share part time within`,
  ),
);
const name = /(?<=[\p{L}\p{N},;:)'"\u2019\u201d-]\s)\p{Lu}[\p{L}\p{M}'\u2019-]+/gu;
const monthOrDay =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/i;

/** @param publications those of the claim's quotes. */
export function readStatement(
  { text, quotes }: Pick<Claim, 'text' | 'quotes'>,
  publications: readonly Publication[],
): Statement {
  const said = [text, ...quotes.map((quote) => quote.text)].join('\n');
  const titles = publications.map(({ title }) => title);
  const own = readAmounts(text);
  const all = readAmounts(said);
  return {
    text,
    said,
    context: [said, ...titles, ...quotes.flatMap(({ headingPath }) => headingPath)].join('\n'),
    amounts: own.amounts,
    saidAmounts: all.amounts,
    marks: new Set(all.marks),
    terms: new Set(
      analyser.terms(own.rest.replace(stanceWords, ' ')).filter((term) => !light.has(term)),
    ),
    names: new Set(
      Array.from(own.rest.matchAll(name), ([found]) => found.toLowerCase()).filter(
        (found) => !monthOrDay.test(found),
      ),
    ),
    publications,
  };
}
