import { pointsBack } from '../../answering/index.ts';

/** What a publication calls itself; `this report` points at nothing that the reader cannot see. */
export const selfNames =
  'paper|report|study|document|publication|article|page|briefing|case study|answer|guideline|digest|handbook|toolkit|year|month|week|century|country';
/** What only a publication that has the word in its title calls itself. */
const titled =
  /\b(?:policy|guidance|response|review|plan|statement|analys[ei]s|evaluation|inquiry|strategy|framework|notice|consultation|project|programme|trial|survey|audit|protocol|standard|agreement|charter|act|investigation|service|act|bill|code|module)\b/gi;

/** `This page retells them`, `The crew books it itself`: too short to say what the pronoun stands for. */
const pronounFor =
  /^(?:this|the|an?) \p{L}+ \p{L}+s? (?:them|it|these|those|him|her|so)\b|^(?:for|in|at|among|with|by|on|of|to|under|after|before|during) [^,]{1,60}?,? (?:it|they|he|she) (?!(?:is|was) (?:\p{L}+ )?(?:that|to)\b)\p{L}+|^(?:for|in|at|among|with) [^,.;]{1,60}, (?:which|who|where) [^,.;]{1,60}, (?:it|they)\b|^\p{L}+ (?:them|it|these|those|him|her)\b|^(?:half|one|two|three|four|\d+%?) of (?:them|these|those|it)\b|^(?:\S+\s){1,5}(?:it|them|him|her|so)(?:\s\S+){0,2}$/iu;

const ownNames = new Map<string, { begins: RegExp; holds: RegExp }>();

function ownNamesIn(title: string): { begins: RegExp; holds: RegExp } {
  const names = [
    selfNames,
    ...new Set(title.toLowerCase().replaceAll('analyses', 'analysis').match(titled) ?? []),
  ].join('|');
  const known = ownNames.get(names);
  if (known !== undefined) return known;
  const made = {
    begins: new RegExp(
      `^(?:this|the present|our)\\s+(?:(?:is|was) (?:an?|the|our)\\s)?(?:[\\p{L}\\d-]+\\s){0,3}?(?:${names})\\b`,
      'iu',
    ),
    holds: new RegExp(`\\bthis\\s+(?:\\p{L}+(?:-\\p{L}+)?\\s){0,2}?(?:${names})\\b`, 'iu'),
  };
  ownNames.set(names, made);
  return made;
}

/** `There is`, `It is important that`: begin like a pronoun that points back, and point nowhere. */
const pointsNowhere =
  /^(?:there\s+(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|must|needs?|remains?|exists?|appears?|seems?)\b|it\s+(?:is|was|will be|would be|may be|has been|remains|became)\s+(?:also\s|therefore\s|now\s|not\s|very\s|more\s|most\s|widely\s|generally\s|particularly\s|of\s)*(?:important|essential|vital|crucial|critical|clear|likely|unlikely|possible|impossible|necessary|difficult|easy|hard|right|wrong|known|believed|thought|estimated|expected|recommended|noted|found|shown|hoped|argued|suggested|proposed|intended|unclear|evident|obvious|true|reasonable|tempting|rare|common|assumed|agreed|accepted|apparent|imperative|unacceptable|too)\b.*?\b(?:that|to|whether|how|for|why|when)\b|both\s(?!of\s(?:these|those|them)|were|are|have|had|can|will)|they\s(?:that|who)\b|these\sdays\b|that\s(?:is|was)\swhy\b|so\s(?:that|far)\b)/iu;
/** Somewhere in its first words something that was named before. */
const earlyPointer =
  /^(?:next\b|to \p{L}+ that \p{L}+,|(?:half|one|two|three|four|five|most|some|many|all|none) of the (?:two|three|four|five|six|others?)\b(?!\s\p{L}+s\b)|(?:\p{L}+ing|alongside|unlike|similar to|consistent with|contrary to|in line with|due to) (?:this|these|those)\b|each (?:should|must|will|is|was|has|had|can|may|of these)\b|(?:the )?(?:first|second|third|last|latest) (?:were|was|is|are|has|had)\b|(?:all|none|neither|most|some|many|few|several|the (?:two|three|four|five|six))(?: (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+))? (?:were|was|are|is|had|have|has|did|do|could|would|will|should|must|may)\b|all (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|the (?:differences?|groups?|values?|figures?|reasons?|results?|rest|words?|loss|numbers?|rise|fall|change|increase|decrease|answers?|questions?|share|rate|cause|effect|approach|problem|issue|exception|remainder|sum|list|rule|idea|others?|term|body|former|latter) (?:is|are|was|were|had|has|have|did|does|will|should|must|can|could|may|names?|fell|rose|show(?:s|ed)?)\b|[^,]{0,40}?(?<!\b(?:who|all|both|two|several|many)\b[^,]{0,40})\b(?:a|the) (?:similar|same)\b|(?:(?:in|for|from) )?(?:output|phase|stage|part|step|group|segment|wave|round) (?:one|two|three|four|five|\d)\b|for the (?:first|second|third|fourth|final|last)\b|[^,]{0,60}?\b(?:this|these|those|such|(?<=\b(?:about|after|at|by|for|from|in|of|on|to|with)\s)that)\s(?!(?:as|the|a|an|is|are|was|were|they|it|we|there|in|of|all|both|each|would|could|should|will|who|which|have|has|had|can|may|some|any|many|most|no|not|for|if|when)\b)\p{L}+|(?:as|because|instead) (?:a result|such|before|above|well|of (?:this|that|these|it|them))\b|(?:in|by|on|for|to|despite|with|from|under|after|before|during|at|of|given|against|following|beyond|without) (?:this|that|these|those|doing so|so doing|contrast|turn|response|consequence|the same (?:time|way|vein)|the other hand|such|it|them|each case|both cases)\b|in (?:other words|practice this|either case|any case|the (?:former|latter|meantime|meanwhile))\b|(?:for (?:example|instance)|similarly|likewise|conversely|by comparison|in comparison|again|otherwise|in fact|as (?:noted|mentioned|described|discussed|stated|set out|outlined|explained|shown|seen|above|per)|having (?:said|done)|that said|the (?:same|former|latter|above|following|aforementioned|foregoing|other|others|second|third|remaining|resulting|next|previous|preceding)|another|others|one (?:of (?:these|them|those|the (?:two|three|four))|such|was|is)|some of (?:these|them|those)|none of (?:these|them|those)|all (?:of )?(?:these|this|those|them)|(?:each|many|most|several|neither|either) of (?:these|them|those)|a (?:similar|further|second|third|related)|first|secondly|thirdly|second|third)\b)/iu;
/** Whatever leads the reader to another place of the publication. */
const elsewhere =
  /\b(?:figures?|figs?\.|tables?|box(?:es)?|charts?|graphs?|appendi(?:x|ces)|annex(?:es)?|chapters?|footnotes?|exhibits?)\s+(?:\d|[A-Z](?:\d|\b)|[ivx]+\b|below|above|overleaf)|\b(?:sections?|paragraphs?|paras?\.?|pages?|pp?\.|parts?|modules?)\s+\d+(?:\.\d+)*\s+(?:of this|below|above|sets?|describes?|explains?|discuss|shows?|presents?|looks?|considers?|examines?)|\b(?:in|see|from|at|to)\s+(?:sections?|paragraphs?|paras?\.?|pages?|pp?\.)\s+\d|\b(?:see|as|shown|listed|described|discussed|mentioned|noted|outlined|given|presented|detailed|explained|defined|set out|stated)\s+(?:above|below|overleaf|earlier|previously|later|opposite)\b|\bthe (?:above|figures? below|table below|following (?:figures?|tables?|charts?|sections?|chapters?|pages?|paragraphs?|questions?)|(?:previous|next|preceding|last) (?:section|chapter|page|paragraph|figure|table|slide))\b|\b(?:below|above|overleaf)\s*[.,:;)]|\bat the (?:end|beginning|top|foot|bottom|back)(?=[.,;]| (?:is|are|shows?)\b)|\billustrative example\b|\bet al\b|\bibid\b|https?:\/\/|www\.|\S+@\S+\.\S|\b(?:error bars?|(?:red|blue|green|black|grey|dashed|dotted|shaded|solid) (?:lines?|points?|bars?|areas?|regions?|dots?)|(?:points|lines|bars|dots|colours|shading|axes|[xy]-axis) (?:show|represent|indicate|denote)s?)\b|\b(?:this|the) (?:chapter|section|appendix|annex|figure|table|graph|chart|slide)\b/i;
/** What stands before a colon here is a label, and what comes after it is no sentence. */
const labelled =
  /^(?:sources?|notes?|key ?words?|correspondence|date|version|contact|tel(?:ephone)?|e-?mail|citation|doi|review date|approved(?: by)?|owner|authors?|isbn|figure|table)s?\s?:|^(?:please (?:note|see|visit|click|contact|read)|note that|click|see|visit|subscribe|download|read (?:more|the)|sign up|share|follow us|cookies?|we use cookies)\b|\u00a9|\ball rights reserved\b|\bcopyright\b|^(?:whether|how|which|who|why)\s|\b(?:left|right|middle|first|second|last)(?:-hand)? columns?\b|\b(?:columns?|rows?) (?:is|are|shows?|gives?)\b/i;
const finished = /[.!]["'\u2019\u201d)\]]*$/u;
const beginning = /^["'\u2018\u201c([]*(?:\p{Lu}|\d|\u00a3|\$|\u20ac)/u;

/**
 * Whether a sentence makes sense without the one before it: nothing in its first words refers back.
 *
 * @param text tidied.
 * @param title of its publication; what it names, `this policy`, needs no other sentence.
 */
export function refersBack(text: string, title = ''): boolean {
  const plain = text.replace(/^["'\u2018\u201c(]+/, '');
  const own = ownNamesIn(title);
  if (pronounFor.test(plain) || allOfThem.test(plain)) return true;
  if (own.begins.test(plain) || pointsNowhere.test(plain)) return false;
  if (pointsBack(plain)) return true;
  return earlyPointer.test(withTitled(plain, title)) && !own.holds.test(plain.slice(0, 90));
}

/** `for that care` points at the title where that speaks of care. */
function withTitled(text: string, title: string): string {
  const named = title.toLowerCase();
  return text.replace(
    /(?<=\p{Ll}\s)(?:this|that|these|those|such)\s(?=(\p{Ll}{4,}))/gu,
    (words, noun: string) => (named.includes(noun) ? 'the ' : words),
  );
}

const pointer = new RegExp(
  `\\b(?:this|these|those|such)\\s(?!(?:${selfNames}|response|review|policy|inquiry|guidance|strategy|plan|is|are|was|were|as|an?|that|who|which|with|in|of|from|to|and|can|will|may|has|have)s?\\b)(?:\\p{L}+[\\s-]){0,1}?(\\p{L}{4})`,
  'giu',
);

/** `the two bodies`: which they are was said before. */
const counts =
  /\bthe (?:two|three|four|five|six|other) (?:\p{L}+ )??(?!(?:countries|nations|years|months|weeks|days)\b)(\p{L}{3,}s)\b/iu;
/** `took all three seriously`. */
const allOfThem = /\ball (?:two|three|four|five|six)\b(?!\s(?:\p{L}+\s)?\p{L}+s\b)/iu;
/** `both limits`, `in Segment 2`: told only by somebody who has read what they are. */
const unexplained =
  /\b(?:both|either|neither)\s(?!.*\b(?:and|or|nor)\b)|\b(?:segments?|outputs?|groups?|arms?|clusters?|objectives?|scenarios?|themes?|options?|cohorts?|models?|measures?|indicators?|items?|pillars?|strands?|workstreams?)\s(?:\d\b|[A-D]\b)/iu;

/**
 * Whether something further on in a sentence was named before it: `around this transition age`. What
 * the sentence itself has named by then does not count.
 */
export function pointsOutside(text: string, title = ''): boolean {
  const counted = counts.exec(text)?.[1]?.toLowerCase();
  if (counted !== undefined && !title.toLowerCase().includes(counted.slice(0, 5))) return true;
  if (unexplained.test(text)) return true;
  for (const { index, 1: stem = '' } of text.matchAll(pointer)) {
    if (!text.slice(0, index).toLowerCase().includes(stem.toLowerCase())) return true;
  }
  return false;
}

/**
 * Whether words are a whole sentence that leads nowhere a reader of a summary cannot go: no half
 * sentence, no opened quotation or bracket left open, no figure, table, page or address pointed at.
 */
export function isWholeSentence(text: string): boolean {
  return (
    finished.test(text) &&
    beginning.test(text) &&
    !elsewhere.test(text) &&
    !labelled.test(text) &&
    isBalanced(text) &&
    !isGarbled(text)
  );
}

function isBalanced(text: string): boolean {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return (
    count(/\(/g) === count(/\)/g) &&
    count(/\[/g) === count(/\]/g) &&
    count(/\u201c/g) === count(/\u201d/g) &&
    count(/"/g) % 2 === 0
  );
}

/** Labels of a chart, cells of a table or single letters that the print has run together. */
function isGarbled(text: string): boolean {
  const tokens = text.split(' ');
  const odd = tokens.filter(
    (token) => /^(?:[^\p{L}]+|\p{L})$/u.test(token) && !/^[aAI&\u2013-]$/.test(token),
  );
  return (
    odd.length > Math.max(4, tokens.length * 0.3) || / \| /.test(text) || /_{3,}|\.{4,}/.test(text)
  );
}
