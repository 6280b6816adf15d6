import type { CheckedClaim } from './claim-check.ts';
import { excerpt } from './excerpt.ts';
import type { ClaimFailure } from './verified-claim.ts';

/** `fall` alone is left out: in health care it is mostly an accident. */
const upwards =
  /\b(?:ris(?:e[ns]?|ing)|rose|increas(?:e[ds]?|ing)|gr(?:ew|ow|own|ows|owing)|higher|doubled)\b/iu;
const downwards =
  /\b(?:f(?:ell|allen|alling)|decreas(?:e[ds]?|ing)|declin(?:e[ds]?|ing)|dropp?(?:ed|ing|s)?|reduc(?:e[ds]?|ing|tions?)|lower(?:ed|s)?|halved)\b/iu;
const change =
  /\bfrom\s(?:about\s|around\s)?([^\s\d]?\d[\d.,:]*%?)[^.;]{0,60}?\sto\s(?:about\s|around\s)?([^\s\d]?\d[\d.,:]*%?)/giu;

/**
 * Whether a claim lets things go the way its quotes do: it may not speak only of a rise where they
 * speak only of a fall, nor turn `from 58% to 19%` round. Words alone are compared, so other ways of
 * turning a statement round pass.
 */
export function checkDirection({ text, quotes }: CheckedClaim): ClaimFailure | null {
  const quoted = quotes.map((quote) => quote.text).join('\n');
  const isOpposite =
    speaksOnlyOf(upwards, downwards, text, quoted) ||
    speaksOnlyOf(downwards, upwards, text, quoted);
  if (!isOpposite && !isTurnedRound(text, quoted)) return null;
  return {
    code: 'direction',
    problem: `The claim ${excerpt(text)} says that something changed the other way than its quotes say.`,
  };
}

function speaksOnlyOf(one: RegExp, other: RegExp, text: string, quoted: string): boolean {
  return one.test(text) && !other.test(text) && other.test(quoted) && !one.test(quoted);
}

function isTurnedRound(text: string, quoted: string): boolean {
  const stated = changesOf(quoted).map((pair) => pair.join(' '));
  return changesOf(text).some(
    (pair) => stated.includes(pair.toReversed().join(' ')) && !stated.includes(pair.join(' ')),
  );
}

/** Values before and after, punctuation at their ends taken off. */
function changesOf(text: string): string[][] {
  return Array.from(text.matchAll(change), ([, before = '', after = '']) =>
    [before, after].map((value) => value.replace(/[.,:]+$/, '')),
  );
}
