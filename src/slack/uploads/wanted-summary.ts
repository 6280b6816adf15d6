import { readRequest, type SummaryLength, type SummaryReader } from '../../summaries/index.ts';

/** Which summary somebody wants. */
export interface WantedSummary {
  length: SummaryLength;
  reader: SummaryReader;
}

/** What people get who do not say which. */
export const usualSummary: WantedSummary = { length: 'brief', reader: 'member' };

/** A request is short; in more words, a file comes with something else that is asked. */
const mostCharacters = 200;

const opening =
  /^(?:(?:hi|hello|hey|concord|please|pls|kindly|and|now)[,!.]?\s+|(?:can|could|would|will) you\s+|(?:i(?:['’]d| would) like|i need|i want)\s+)*/i;
const kinds =
  '(?:(?:brief|short|quick|full|long|detailed|plain[- ]english|one[- ]sentence|board|executive|clinical|lay|public) )*';
const request = new RegExp(
  `^(?:summari[sz]e|sum (?:(?:this|it|that) )?up|(?:give|make|write|send|prepare)(?: me| us)? (?:an? |the )?${kinds}summary|(?:an? |the )?${kinds}summary|tl;?dr)\\b`,
  'i',
);

const lengths: readonly [RegExp, SummaryLength][] = [
  [/\b(?:one|single)[- ]sentence\b|\btl;?dr\b/i, 'sentence'],
  [/\b(?:full|long|longer|detailed|in detail|in depth|thorough)\b/i, 'full'],
];
const readers: readonly [RegExp, SummaryReader][] = [
  [/\b(?:board|executives?|directors?|trustees?|governors?)\b/i, 'board'],
  [/\b(?:clinicians?|clinical|doctors?|gps?|nurses?|consultants?)\b/i, 'clinician'],
  [/\b(?:public|patients?|plain english|lay|carers?|famil(?:y|ies))\b/i, 'public'],
];

/**
 * The summary that is asked for beside a file, such as `summarise this for the board`; null when
 * something else is.
 *
 * @param text plain, as the person wrote it.
 */
export function readWantedSummary(text: string): WantedSummary | null {
  const asked = text.trim().replace(opening, '');
  if (asked.length > mostCharacters || !request.test(asked)) return null;
  const named = <Value>(known: readonly [RegExp, Value][], usual: Value): Value =>
    known.find(([pattern]) => pattern.test(asked))?.[1] ?? usual;
  return {
    length: named(lengths, usualSummary.length),
    reader: named(readers, usualSummary.reader),
  };
}

/** The summary that is asked for of what was spoken of before, such as `summarise it`; else null. */
export function readSummaryOfIt(text: string): WantedSummary | null {
  const wanted = readRequest(text);
  if (wanted.kind !== 'summary' || wanted.named !== '') return null;
  return { length: wanted.length, reader: wanted.reader };
}
