import type { Candidate, CharacterRange } from '../../answering/index.ts';
import { splitSentences } from '../../library/index.ts';
import { createAnalyser } from '../../retrieval/index.ts';
import type { ReadPublication } from '../read-publication.ts';
import { findSections, sectionAt } from './find-sections.ts';
import { isFootnoteOf } from './footnotes.ts';
import { imperative } from './item-cues.ts';
import { introduces, leansBack, namedBefore } from './leans-back.ts';
import { startOf } from './read-statements.ts';
import { findRepeated, isResponse } from './response-voice.ts';
import { countWords } from './scoring/count-words.ts';
import type { ScoredStatement } from './scoring/scored-statement.ts';
import { isWholeSentence, refersBack } from './stands-alone.ts';
import type { Statement } from './statement.ts';
import { beginsWithConnective, tidyWords } from './tidy-words.ts';
import { withoutTies } from './without-ties.ts';

/** More words than this are a paragraph. */
const mostWords = 70;
const leastWords = 5;
/** Characters before a statement that are looked at for what it speaks of. */
const reach = 2_500;

/** What a reader knows of where a statement stands, and what the text says before it. */
interface Surroundings {
  title: string;
  heading: string;
  before: string;
}

/** What is quoted, and what is said. */
interface Wording {
  ranges: CharacterRange[];
  text: string;
}

/**
 * Those statements that can stand in a summary, with the sentence before them where they refer back
 * to it, and the lead-in where an item of a list is no sentence. Whatever else refers back, leads to
 * a figure or page, or is a fragment, is left out.
 */
export function presentStatements(
  { publication, text }: Pick<ReadPublication, 'publication' | 'text'>,
  scored: readonly ScoredStatement[],
): Statement[] {
  const analyser = createAnalyser();
  const sections = findSections(text);
  // Who is who in a rule need not be told, `The coordinator agrees …`, and of a text without parts
  // most is said, in its own order.
  const isTold =
    publication.kind === 'policy' ||
    publication.kind === 'statement' ||
    sections.every(({ role }) => role === null || role === 'apparatus');
  const isFootnote = isFootnoteOf(text);
  const placed = scored.map((each) => {
    const start = startOf(each.candidate);
    return { each, start, text: each.candidate.text, section: sectionAt(sections, start) };
  });
  const repeated = isResponse(publication) ? findRepeated(placed, text) : new Set<number>();
  return placed.flatMap(({ each, start, section }) => {
    const { candidate } = each;
    if (section.role === 'apparatus' || isFootnote(start) || repeated.has(start)) return [];
    const wording = wordingOf(candidate, {
      // What the library knows it as it may call itself: `This policy covers …`.
      title: `${publication.title} (${publication.kind.replace('-', ' ')})`,
      heading: section.heading ?? '',
      before: isTold ? '' : text.text.slice(Math.max(0, start - reach), start),
    });
    if (wording === null || wording.text === publication.title) return [];
    const words = countWords(wording.text);
    if (words < leastWords || words > mostWords) return [];
    const isOwn = wording.ranges.length === 1 && wording.ranges[0]?.start === start;
    return [
      {
        ...each,
        ...wording,
        words,
        terms: isOwn ? each.terms : new Set(analyser.terms(wording.text)),
        section,
        place: start / Math.max(1, text.text.length),
      },
    ];
  });
}

function wordingOf(candidate: Candidate, around: Surroundings): Wording | null {
  switch (candidate.kind) {
    case 'sentence':
      return sentenceWording(candidate, around);
    case 'list-item':
      return itemWording(candidate, around);
    case 'table-row':
      return null;
  }
}

function sentenceWording(candidate: Candidate, around: Surroundings): Wording | null {
  const { ranges, text, previous } = candidate;
  const { title } = around;
  const [own] = ranges;
  const tidy = withoutTerm(tidyWords(withoutNumber(text)));
  if (own === undefined || !isWholeSentence(tidy) || !mayHoldVerb(tidy)) return null;
  const unknown = namedBefore(tidy, around.before, `${title} ${around.heading}`);
  const needsLead = refersBack(tidy, title) || leansBack(tidy);
  if (!needsLead && unknown === null) return { ranges, text: withoutTies(tidy) };
  const before = previous?.ranges[0];
  if (previous === null || before === undefined) return null;
  const lead = tidyWords(withoutNumber(previous.text));
  if (!standsAlone(lead, title)) return null;
  if (unknown !== null && !introduces(lead, unknown)) return null;
  const kept = beginsWithConnective(text) ? text.replace(/\s+/g, ' ') : tidy;
  return { ranges: [{ start: before.start, end: own.end }], text: `${withoutTies(lead)} ${kept}` };
}

const standsAlone = (text: string, title: string): boolean =>
  !refersBack(text, title) && !leansBack(text) && isWholeSentence(text);

function itemWording({ ranges, source }: Candidate, { title }: Surroundings): Wording | null {
  const own = ranges.at(-1);
  if (own === undefined) return null;
  const item = source.text.slice(
    own.start - source.characterStart,
    own.end - source.characterStart,
  );
  const mark = itemMark.exec(item)?.[0] ?? '';
  const alone = openingSentence(item, mark.length, title);
  if (alone !== null) {
    const at = { start: own.start + mark.length, end: own.start + alone.end };
    return { ranges: [at], text: alone.text };
  }
  const [lead] = ranges;
  if (ranges.length < 2 || lead === undefined) return null;
  const leadIn = withoutNumber(
    source.text.slice(lead.start - source.characterStart, lead.end - source.characterStart),
  );
  const first = splitSentences(item.slice(mark.length).replace(/\s/g, ' '))[0];
  const end = first === undefined ? item.length : mark.length + first.end;
  const words = tidyWords(`${leadIn} ${item.slice(mark.length, end)}`).replace(
    /[;,]?(?: and| or)?$/,
    '',
  );
  const text = /[.!]$/.test(words) ? words : `${words}.`;
  if (refersBack(leadIn, title) || !isWholeSentence(text)) return null;
  return { ranges: [lead, { start: own.start, end: own.start + end }], text };
}

/** The first sentence of an item that is made of whole ones; null when it is no sentence. */
function openingSentence(
  item: string,
  from: number,
  title: string,
): { text: string; end: number } | null {
  const plain = item.slice(from).replace(/\s/g, ' ');
  const first = splitSentences(plain)[0];
  const text = first === undefined ? '' : plain.slice(first.start, first.end);
  if (first === undefined || !isWholeSentence(tidyWords(text)) || !hasVerb(text)) return null;
  if (refersBack(text, title) || leansBack(text)) return null;
  return { text: withoutTies(tidyWords(text)), end: from + first.end };
}

const itemMark =
  /^(?:[\u2022\u2023\u25aa\u25cf\u25e6*\u2013-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+/;
/** `4.12. ` at the head of a numbered paragraph. */
const withoutNumber = (text: string): string =>
  text.replace(/^(?:[A-Z]?\d{1,2}(?:\.\d{1,3})+\.?|\d{1,3}\.)\s+(?=\p{Lu})/u, '');

/** `A way out. A partner …` is a heading and a sentence; `Pooled budget. The money that …` is one thing. */
const term = /^\p{Lu}[^.!?:]{2,50}\.\s(?=(?!(?:an?|the|any|every)\s)\p{Lu})/iu;
/** `Ward doctor. The doctor who …` says it twice. */
const runIn = /^\p{Lu}[^.!?:]{0,30}?(\p{L}{4,})\.\s(?=(?:the|an?|every|each)\s(?:\p{L}+\s)?\1\b)/iu;
const withoutTerm = (text: string): string => {
  const [opening = ''] = runIn.exec(text) ?? term.exec(text) ?? [];
  return opening.split(' ').length <= 7 && !verb.test(opening.replace(/\.\s$/, ' '))
    ? text.slice(opening.length)
    : text;
};

const verb =
  /\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|should|shall|needs?|cannot)\b|(?<!-)\b\p{Ll}{3,}ed\s(?:the|an?|to|in|by|on|from|for|with|that|its|their|our)\b/u;

const irregular =
  /\b(?:fell|rose|took|gave|went|came|made|found|saw|led|held|kept|grew|began|became|wrote|said|told|met|paid|set|put|let|cut|won|lost|sent|ran|built|bought|left|felt|thought|brought|spent|stood|chose|drew|knew|get|give|take|make|find|show|need|want|see|know|use|have|help|remain|include)\b/;

/** `Getting to the right dose.` heads what comes after it. */
const gerund = /^\p{Lu}\p{Ll}+ing\s(?:\S+\s){1,5}\S+$/u;

/** Whether some word could be a verb; there is none in `Chemical composition of Japanese steel.` */
function mayHoldVerb(sentence: string): boolean {
  if (gerund.test(sentence) && !verb.test(sentence) && !irregular.test(sentence)) return false;
  return (
    verb.test(sentence) ||
    irregular.test(sentence) ||
    imperative.test(sentence) ||
    /(?<!^)\b\p{Ll}{2,}(?:s|ed|t)\b/u.test(sentence) ||
    !/\b(?:the|of|and|in)\b/i.test(sentence)
  );
}

/** A term or a name with a full stop behind it is no sentence; an order to do something is one. */
function hasVerb(sentence: string): boolean {
  return verb.test(sentence) || (imperative.test(sentence) && countWords(sentence) >= leastWords);
}
