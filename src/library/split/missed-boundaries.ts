import { sentenceGoesOn } from './sentence-goes-on.ts';

/** A place where one sentence ends and the next begins; between them is only white space. */
export interface Boundary {
  end: number;
  next: number;
}

/**
 * A full stop with a reference number glued to it, as superscripts come out of a PDF:
 * `outcomes.12 The`, `outcomes.[3, 4] The`. Unicode's rules see a decimal there and go on.
 */
const gluedReference =
  /(?<=\p{L}{3}["”’)]?[.!?]["”’)]?)(?:\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\]|\d{1,3}(?:[,–-]\d{1,3})*)(\s+)(?=["“‘(]?\p{Lu})/gu;

/** Text that was taken apart into words and put together with spaces: `the end . the next`. */
const detachedStop = / [.!?](\s+)(?=["“‘(]?\p{L})/gu;

/** `the end. (a) The next` and `the end. (ii) the next`. */
const enumeratorInBrackets = /(?<=\p{L}{2}[.!?])(\s+)(?=\((?:\p{L}|[ivx]{1,4}|\d{1,2})\)\s)/gu;

/** `the end. the next`: a boundary only where nothing in the sentence begins with a capital. */
const stopBeforeSmallLetter = /(?<=\p{Ll}{3}[)”"]?[.!?])(\s+)(?=\p{Ll})/gu;

/** Finds the boundaries within what Unicode's rules take for one sentence, in order. */
export function missedBoundaries(sentence: string): Boundary[] {
  const boundaries = [gluedReference, detachedStop, enumeratorInBrackets].flatMap((pattern) =>
    find(sentence, pattern),
  );
  if (!/\p{Lu}/u.test(sentence)) {
    for (const boundary of find(sentence, stopBeforeSmallLetter)) {
      if (!endsInAbbreviation(sentence, boundary.end)) boundaries.push(boundary);
    }
  }
  return boundaries.sort((a, b) => a.end - b.end);
}

function find(sentence: string, pattern: RegExp): Boundary[] {
  return Array.from(sentence.matchAll(pattern), (match) => {
    const next = match.index + match[0].length;
    return { end: next - (match[1]?.length ?? 0), next };
  });
}

/** Asks the rule for abbreviations as though a capital followed. */
function endsInAbbreviation(sentence: string, end: number): boolean {
  const probe = `${sentence.slice(Math.max(0, end - 40), end)} Xx`;
  return sentenceGoesOn(probe, { start: 0, end: probe.length - 3 }, probe.length - 2);
}
