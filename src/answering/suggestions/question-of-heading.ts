import { inMidSentence, type WrittenWords } from './sentence-case.ts';
import { wordsIn } from './short-title.ts';

/** What a heading is asked about, and how well the question reads. */
export interface HeadingQuestion {
  question: string;
  /** The heading as the topic of a button, in sentence case. */
  topic: string;
  /** Higher is better; questions of the heading's own come first. */
  fitness: number;
  /** Whether the question says by itself what it is about, so that any section may answer it. */
  standsAlone: boolean;
}

export interface HeadingPlace {
  /** How the publication is called. */
  title: string;
  /** What it is about, with an article or a number: `the diagnostic hub in Stonelark`; or null. */
  subject: string | null;
  /** The words of the publication's text. */
  written: WrittenWords;
}

const numbering =
  /^(?:(?:chapter|section|part|appendix|annex|recommendation|box|module)\s+)?(?:\d+(?:\.\d+)*|[ivx]+|[a-z])[.):]?\s+(?=\p{L})/iu;
const apparatus =
  /^(?:for )?(?:contents|table|figure|fig|box|annex|appendix|references?|bibliography|acknowledge?ments?|foreword|preface|glossary|index|notes?|footnotes?|about|contact|further (?:reading|information)|authors?|contributors?|abbreviations?|related|share|sign up|subscribe|comments?|tags?|introduction|cookies|summary|executive summary|overview|sources?|declarations?|funding|abstract|keywords?|questions?|methods?|methodology|discussion|analysis|aims?|objectives?|the short version|in short|at a glance|links?|publication details)\b|\b(?:foreword|acknowledge?ments?)\b|^(?:\p{L}+ )?(?:19|20)\d\d$/iu;
const asks = /^(?:what|why|how|who|whom|whose|when|where|which)\b/i;
const asksDirectly =
  /^(?:(?:what|why|how|who|whom|whose|when|where|which)\b.{0,40}?\s)?(?:is|are|was|were|do|does|did|can|could|should|will|would|has|have|had|may|must)\b/i;
const refersElsewhere =
  /\b(?:it|its|they|them|their|we|us|our|you|your|i|my|me|he|she|this|these|that|here)\b/i;
const counted =
  /^(?:the )?(?:two|three|four|five|six|seven|eight|nine|ten) (?:\p{L}+ ){0,2}(?!years|months|weeks|days|hours|times)\p{Ll}+s(?: (?:that|which|of|for|in|to)\b.*)?$/iu;
const auxiliary =
  /^(?:is|are|was|were|do|does|did|can|could|should|will|would|has|have|had|may|must)\b/i;
/** `Why a passport`, `When in doubt`: no clause. */
const lacksVerb =
  /^\S+ (?:the|an?|in|on|at|of|for|from|by|with|not|next|about|else|now|then|so|ever|outside|inside|under|over|between|beyond|against|into)\b(?!.*\b(?:is|are|was|were|has|have|had|did|does|do|can|may|must|should|will)\b)(?:\W+\w+){0,2}$/i;
const results = /^(?:(?:the|key|main|first|early) )*(results|findings)\b/i;
const recommends = /^(?:(?:the|our|key|main) )*(?:recommendations?|advice)\b/i;
/** A verb that tells somebody to do something, or one that makes the heading a sentence. */
const isNoTopic =
  /^(?:get|contact|read|see|use|find|go|ask|tell|make|take|give|keep|start|stop|learn|download|view|visit|click|call|come|think|be|do|don.t|let|put|set|avoid|ensure|consider|follow|choose|know|help|show|add|apply|build|create|improve|develop|invest|support|strengthen|tackle|protect|reduce|increase|join|listen|watch|remember|next|not|yes|no)\b|\b(?:is|are|was|were|has|have|had|will|can|cannot|could|may|must|should|would|does|do|did|isn.t|aren.t|won.t)\b/i;

/** The question that a section answers by its heading; null when the heading makes none. */
export function questionOfHeading(heading: string, place: HeadingPlace): HeadingQuestion | null {
  const plain = heading.trim().replace(numbering, '').replace(/[.:]$/, '').trim();
  const isPlain = /^[\p{Script=Latin}\p{N}\p{P}\p{Zs}]+$/u.test(plain) && /\p{L}{3}/u.test(plain);
  if (!isPlain || plain.length > 90 || apparatus.test(plain)) return null;
  const publication = `\u201c${place.title}\u201d`;
  if (plain.endsWith('?')) return asItStands(plain, publication);
  if (/[:;?!|/(]| [-\u2013\u2014] /.test(plain)) return null;
  const topic = inMidSentence(plain, place.written);
  const ask = (question: string, fitness: number, standsAlone = false): HeadingQuestion => ({
    question,
    topic,
    fitness: refersElsewhere.test(plain) ? fitness - 3 : fitness,
    standsAlone,
  });
  const about = `What does ${publication} say about ${topic}?`;
  if (counted.test(plain)) {
    return ask(`What are the ${topic.replace(/^the /i, '')} in ${publication}?`, 5, true);
  }
  const reported = results.exec(plain);
  if (reported) {
    const word = reported[1]?.toLowerCase();
    return place.subject === null
      ? ask(`What ${word} does ${publication} report?`, 3)
      : ask(`What were the ${word} of ${place.subject}?`, 4.5, true);
  }
  if (recommends.test(plain)) return ask(`What does ${publication} recommend?`, 3);
  if (asks.test(plain)) {
    const isClause = !asksDirectly.test(plain) && !lacksVerb.test(plain) && wordsIn(plain) > 1;
    // `say about what guidance asks` is a sentence, but nobody would write it.
    const fitness = /^wh(?:at|o|om|ose|ich)\b/i.test(plain) ? 1.5 : wordsIn(plain) > 2 ? 4 : 2;
    return isClause ? ask(about, fitness) : null;
  }
  if (isNoTopic.test(plain) || plain.includes(',') || wordsIn(plain) > 6) return null;
  return ask(about, wordsIn(plain) > 1 ? 2 : 1);
}

/** A short question may need to be told what it is about. */
function asItStands(heading: string, publication: string): HeadingQuestion | null {
  const words = wordsIn(heading);
  if (words < 4 || !asks.test(heading.replace(auxiliary, 'what'))) return null;
  const question =
    words < 9 ? `${heading.replace(/\?$/, '')}, according to ${publication}?` : heading;
  const fitness = refersElsewhere.test(heading) ? 1 : 4.5;
  return { question, topic: heading, fitness, standsAlone: false };
}
