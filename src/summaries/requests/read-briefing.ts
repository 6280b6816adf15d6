import { saysSomething } from './read-summary.ts';
import type { Wish } from './strip-opening.ts';
import type { BriefingWanted } from './typed-request.ts';

const verb =
  /^brief (?:me|us|(?:the|our|my) (?:[\p{L}-]+ ){0,2}(?:board|team|group|committee|leads?|governors?|directors?|chair))(?: (?:quickly|briefly|up|fully|please))? (?:on|about|in|regarding|around|over) (?<topic>.+)$/iu;
const noun =
  /^(?:(?:a|an|the|your|some|my)\s+)?(?:(?:short|quick|brief|full|board|evidence|library|proper|good|written) )*(?:briefings?(?: (?:note|paper|pack|document))?|brief|reading list|reading|literature list|list of (?:reading|publications|papers|things to read|what to read)|publications|something to read|papers to read|bibliography)\s+(?:(?:that|which) (?:are|is) )?(?:on|about|for|regarding|around|concerning) (?<topic>.+)$/i;
const phrases: readonly RegExp[] = [
  /^what (?:should|can|could|ought) (?:i|we|my board|our board) (?:to )?read (?:on|about|regarding) (?<topic>.+)$/i,
  /^what(?:['\u2019]s| is) there to read (?:on|about|regarding) (?<topic>.+)$/i,
  /^what (?:is there|(?:do|have) (?:we|you) (?:have|got|hold)|does the library (?:have|hold)|publications (?:are there|do (?:we|you) have|does the library have)|papers (?:are there|do (?:we|you) have|does the library have)) (?:in the library )?(?:on|about|regarding) (?<topic>.+)$/i,
  /^what(?:['\u2019]s| is) (?:in|there in) the library (?:on|about|regarding) (?<topic>.+)$/i,
  /^(?:(?:bring|get) (?:me|us|my board|our board) )?up (?:to speed|to date) (?:on|with|about) (?<topic>.+)$/i,
];
const courtesy = /[\s,]+(?:please|pls|thanks|thank you|cheers|for me|for us)$/i;
const forWhom =
  /[\s,]+(?:for|before|ahead of) (?:(?:the|our|my|a|tomorrow['\u2019]?s|today['\u2019]?s|next week['\u2019]?s|thursday['\u2019]?s) )*(?:board|board meeting|meeting|executives?|committee|chief executive)(?: (?:tomorrow|today|on \S+|next week|meeting))?$/i;
/** Somebody speaks of a time, not of a topic: `briefing on Tuesday`. */
const time =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|\d{1,2}(?:st|nd|rd|th)?\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)/i;

/** Reads a wish for what there is to read on a topic; null when it is for something else. */
export function readBriefing(
  { words, isAskedFor }: Wish,
  isMarked: boolean,
): BriefingWanted | null {
  const asked = words.replace(courtesy, '');
  const order = [verb, ...phrases]
    .map((pattern) => pattern.exec(asked)?.groups?.topic)
    .find(Boolean);
  const thing = noun.exec(asked)?.groups?.topic;
  const topic = (order ?? thing)?.replace(forWhom, '').trim();
  if (topic === undefined || topic === '' || time.test(topic)) return null;
  if (order === undefined && !isAskedFor && (isMarked || saysSomething(topic))) return null;
  return { kind: 'briefing', topic };
}
