import { trimOpening } from './trim-opening.ts';

/**
 * A mark that leads to a footnote, left behind where it was set small: `report.12`, `evidence34`. The
 * square in `Tau² = 0.09` and `km²` is none.
 */
const footnoteMark =
  /(?<!\b(?:[Nn]os?|pp?|vols?|paras?|ss?|[Aa]rts?|figs?|[Cc]hs?|[Rr]egs?|vers?|v|sch|pt|eq|ref|refs|approx|ca|c)\.)(?<=\p{Ll}[.,;:!?)\u2019\u201d]|[)\]\u2019\u201d][.,;:])\d{1,3}(?=\s|$)|(?<=(?<!covid)(?<=\p{Ll}{6}))\d{1,3}(?=[\s.,;:)]|$)|(?<=\p{Ll}{4}|[\p{L})][.,;:)\u2019\u201d])[\u00b9\u00b2\u00b3\u2070-\u2079]+(?=[\s.,;:)]|$)(?!\s*[=<>\u2264\u2265])/gu;
/** `(see Figure 3)`, `(Table 2)`, `(paragraph 4.7)`, `(p. 12)`. */
const reference =
  /\s*[([](?:(?:as )?(?:see|shown|set out|described|discussed|defined|listed|cf\.?|in)\s(?:also\s)?(?:in\s|at\s)?(?:the\s)?)*(?:figures?|figs?\.|tables?|box(?:es)?|charts?|appendi(?:x|ces)|annex(?:es)?|sections?|chapters?|part|paragraphs?|paras?\.?|pages?|pp?\.|footnotes?|notes?|exhibits?|supplement\S*)\s[^()[\]]{0,60}[)\]]/giu;
const see =
  /\s*\((?:see|cf\.|e\.g\.,? see|for (?:details|more),? see)\b[^()]{0,120}\)|\s*\(https?:\/\/\S+\)/giu;
/** `[12]`, `[3, 4–6]`. */
const numberedSource = /\s*\[\d{1,3}(?:\s?[,;\u2013-]\s?\d{1,3})*\]/gu;
/** `(Kessler et al. 2007)`, `(NHS Digital 2018; Grant and Low, 2020)`. */
const namedSource =
  /\s*\((?:e\.g\.,? |see |cf\. )?(?:\p{Lu}[\p{L}'\u2019-]+(?:,? (?:et al\.?|and|&|of|for|the|\p{Lu}[\p{L}'\u2019.-]*)){1,6},? (?:19|20)\d\d[a-z]?|\p{Lu}[\p{L}'\u2019-]{2,}, (?:19|20)\d\d[a-z]?)(?:[;,][^()]{0,200})?\)/gu;
const month =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)\b/i;
/** Words that tie a sentence to the one before; without it they lead nowhere. */
const connective =
  /^(?:(?:however|furthermore|moreover|additionally|in addition|also|finally|first(?:ly)?|second(?:ly)?|third(?:ly)?|lastly|overall|indeed|consequently|therefore|thus|hence|accordingly|nevertheless|nonetheless|meanwhile|next|in particular|specifically|importantly|crucially|notably|interestingly|of note|in summary|to summari[sz]e|in conclusion|to conclude|in short|in sum|as such|equally|again|instead|rather),\s+|(?:and|but(?! for\b)|yet(?! (?:to|another)\b)|so(?! (?:far|that|long|many|much|few|as|called)\b))\s+(?=\p{L}))/iu;

/**
 * A claim's words without what only a page can use: marks of footnotes, references to figures and
 * sources in brackets, and a first word that ties it to a sentence before. Nothing is added but a
 * capital letter.
 */
export function tidyWords(text: string): string {
  const plain = text
    .replace(footnoteMark, '')
    .replace(reference, '')
    .replace(see, '')
    .replace(numberedSource, '')
    .replace(
      /,\s(?:however|therefore|moreover|furthermore|nevertheless|thus|also|then),(?=\s)/gi,
      '',
    )
    .replace(namedSource, (source) => (month.test(source) ? source : ''))
    .replace(/\s+/g, ' ')
    .replace(/\s+([.,;:!?)])(?=\s|$)/g, '$1')
    .replace(/(?<=\()\s+/g, '')
    .trim();
  return withCapital(trimOpening(plain.replace(connective, '')), plain);
}

/** Whether a sentence begins with a word that ties it to the one before. */
export function beginsWithConnective(text: string): boolean {
  return connective.test(text);
}

function withCapital(shortened: string, original: string): string {
  if (shortened === original) return original;
  const first = shortened.charAt(0);
  return `${first.toUpperCase()}${shortened.slice(first.length)}`;
}
