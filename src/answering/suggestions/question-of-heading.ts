import type { PublicationKind } from '../../library/index.ts';
import { inMidSentence } from './sentence-case.ts';
import { wordsIn } from './short-title.ts';

/** What a heading is asked about, and how well the question reads. */
export interface HeadingQuestion {
  question: string;
  /** The heading as the topic of a button, in sentence case. */
  topic: string;
  /** Higher is better; questions of the heading's own come first. */
  fitness: number;
}

export interface HeadingPlace {
  kind: PublicationKind;
  /** How the publication is called. */
  title: string;
  /** The publication's text. */
  body: string;
}

const numbering =
  /^(?:(?:chapter|section|part|appendix|annex|recommendation|box|module)\s+)?(?:\d+(?:\.\d+)*|[ivx]+|[a-z])[.):]?\s+(?=\p{L})/iu;
const apparatus =
  /^(?:contents|table|figure|fig|box|annex|appendix|references?|bibliography|acknowledge?ments?|foreword|preface|glossary|index|notes?|footnotes?|about|contact|further (?:reading|information)|authors?|contributors?|abbreviations?|related|share|sign up|subscribe|comments?|tags?|introduction|cookies|summary|executive summary|overview|sources?|declarations?|funding)\b/i;
const asks = /^(?:what|why|how|who|whom|whose|when|where|which)\b/i;
const asksDirectly =
  /^(?:(?:what|why|how|who|whom|whose|when|where|which)\b.{0,40}?\s)?(?:is|are|was|were|do|does|did|can|could|should|will|would|has|have|had|may|must)\b/i;
const refersElsewhere =
  /\b(?:it|its|they|them|their|we|us|our|you|your|i|my|me|he|she|this|these|that|here)\b/i;
const counted =
  /^(?:the )?(?:two|three|four|five|six|seven|eight|nine|ten) (?:\p{L}+ ){0,2}(?!years|months|weeks|days|hours|times)\p{Ll}+s(?: (?:that|which|of|for|in|to)\b.*)?$/iu;
/** A verb that tells somebody to do something, or one that makes the heading a sentence. */
const isNoTopic =
  /^(?:get|contact|read|see|use|find|go|ask|tell|make|take|give|keep|start|stop|learn|download|view|visit|click|call|come|think|be|do|don.t|let|put|set|avoid|ensure|consider|follow|choose|know|help|show|add|apply|build|create|improve|develop|invest|support|strengthen|tackle|protect|reduce|increase|join|listen|watch|remember|next|not|yes|no)\b|\b(?:is|are|was|were|has|have|had|will|can|cannot|could|may|must|should|would|does|do|did|isn.t|aren.t|won.t)\b/i;

/** The question that a section answers by its heading; null when the heading makes none. */
export function questionOfHeading(
  heading: string,
  { kind, title, body }: HeadingPlace,
): HeadingQuestion | null {
  const plain = heading.trim().replace(numbering, '').replace(/[.:]$/, '').trim();
  const isPlain = /^[\p{Script=Latin}\p{N}\p{P}\p{Zs}]+$/u.test(plain) && /\p{L}{3}/u.test(plain);
  if (!isPlain || plain.length > 90 || apparatus.test(plain)) return null;
  const topic = inMidSentence(plain, body);
  const publication = `the ${nouns[kind]} \u201c${title}\u201d`;
  if (plain.endsWith('?')) {
    if (wordsIn(plain) < 4) return null;
    const fitness = refersElsewhere.test(plain) ? 0.5 : 5;
    return { question: plain, topic: plain, fitness };
  }
  if (/[:;?!|/]/.test(plain)) return null;
  if (counted.test(plain)) {
    const rest = topic.replace(/^the /i, '');
    return { question: `What are the ${rest} in ${publication}?`, topic, fitness: 3 };
  }
  if (asks.test(plain) && !asksDirectly.test(plain)) {
    const fitness = wordsIn(plain) > 2 ? 4 : 2;
    return { question: `What does ${publication} say about ${topic}?`, topic, fitness };
  }
  if (asks.test(plain) || isNoTopic.test(plain) || wordsIn(plain) > 6) return null;
  const fitness = wordsIn(plain) > 1 ? 2 : 1;
  return { question: `What does ${publication} say about ${topic}?`, topic, fitness };
}

const nouns: Readonly<Record<PublicationKind, string>> = {
  paper: 'paper',
  'case-study': 'case study',
  policy: 'policy',
  statement: 'statement',
  answer: 'answer',
};
