import type { Replacement } from './diff-words.ts';
import { type DiffWord, textOfWords } from './read-words.ts';

/** Longer runs are shown by the quotes alone. */
const longestRun = 8;
/** So few words are understood without the phrase that they stand in. */
const shortestPhrase = 2;
const unitKind = /^(?:working|calendar|clinical|consecutive|million|billion|per|bed|square)$/;
/** Words that no phrase ends with. */
const opening =
  /^(?:to|of|in|into|on|at|by|for|with|from|within|during|before|after|until|under|over|between|than|as|and|or|but|nor|not|if|unless|when|where|while|which|who|that|whose|because|including|except|without|per|via|through|against|about|a|an|the|this|these|those|each|every|any|all|no|its|their|his|her|our|your|is|are|was|were|be|been|being|has|have|had|do|does|did|will|would|must|should|shall|may|can|could|cannot|it|they|he|she|we|more|less|least|most|also)$/;
/** `May` is a month. */
const isOpening = (word: DiffWord | undefined): boolean =>
  word !== undefined && word.text !== 'May' && opening.test(word.plain);

/** What belongs to a figure or time that it stands before. */
const determiner = /^(?:every|each)$/;
const hyphen = /^[-\u2010\u2011/]$/u;
const inner = /[,;:.()\u2013\u2014]/u;

/**
 * A replacement in the texts' own words: `10 days → 5 days`, `added: “in writing”`. Null where what
 * has been replaced is no whole phrase, which by itself nobody could read.
 */
export function nameReplacement(
  { before, after, beforeAt, afterAt }: Replacement,
  earlier: readonly DiffWord[],
  later: readonly DiffWord[],
): string | null {
  if (before.length === 0) return nameAlone('added', later, afterAt, after.length);
  if (after.length === 0) return nameAlone('left out', earlier, beforeAt, before.length);
  const one = nameOfSide(earlier, beforeAt, before.length);
  const other = nameOfSide(later, afterAt, after.length);
  const runs = [before, after];
  const beginWithIt = runs.every(([first]) => first !== undefined && isFigure(first));
  const was = oneFigure(earlier, beforeAt, before, beginWithIt);
  const is = oneFigure(later, afterAt, after, beginWithIt);
  const ofFigures = was === null || is === null ? null : `${was} → ${is}`;
  // What follows two figures says more than what has changed.
  const areAll = beginWithIt && runs.every((run) => run.filter(isFigure).length === 1);
  if (one === null || other === null || (areAll && ofFigures !== null)) return ofFigures;
  return `${one} → ${other}`;
}

const isFigure = ({ kind }: DiffWord): boolean => kind === 'figure';

/** One side of `X → Y`. */
function nameOfSide(words: readonly DiffWord[], at: number, length: number): string | null {
  const holdsFigure = words.slice(at, at + length).some(isFigure);
  const end = withUnit(words, at + length);
  const from = determiner.test(words[at - 1]?.plain ?? '') ? at - 1 : at;
  const run = words.slice(from, end);
  if (run.length > longestRun || isBroken(run) || cutsWord(words, from, end)) return null;
  if (length > 1 && isOpening(run.at(-1))) return null;
  const isWhole = holdsFigure || length <= shortestPhrase || endsPhrase(words, end);
  return isWhole ? textOfWords(run) : null;
}

/**
 * A figure of a run that is too long to be named: that which it begins with, as the other one does,
 * else the only one; null where it has none or several.
 */
function oneFigure(
  words: readonly DiffWord[],
  at: number,
  run: readonly DiffWord[],
  isFirst: boolean,
): string | null {
  const places = run.flatMap(({ kind }, index) => (kind === 'figure' ? [at + index] : []));
  const [place, another] = places;
  if (place === undefined || (another !== undefined && !isFirst)) return null;
  const end = withUnit(words, place + 1);
  return cutsWord(words, place, end) ? null : textOfWords(words.slice(place, end));
}

/**
 * What was added or left out. Where the words around it allow it to begin earlier or later, as in
 * `by [the ward or by] the practice`, the place is taken at which it is a phrase.
 */
function nameAlone(
  how: 'added' | 'left out',
  words: readonly DiffWord[],
  at: number,
  length: number,
): string | null {
  if (length > longestRun) return null;
  const same = (one: number, other: number): boolean =>
    words[one] !== undefined && words[one]?.plain === words[other]?.plain;
  const places = [at];
  for (let from = at; same(from - 1, from + length - 1); from--) places.push(from - 1);
  for (let from = at; same(from, from + length); from++) places.push(from + 1);
  const place = places.find((from) => isPhrase(words, from, length));
  return place === undefined
    ? null
    : `${how}: \u201c${textOfWords(words.slice(place, place + length))}\u201d`;
}

function isPhrase(words: readonly DiffWord[], at: number, length: number): boolean {
  const run = words.slice(at, at + length);
  if (cutsWord(words, at, at + length)) return false;
  if (length === 1) return true;
  if (isBroken(run) || isOpening(run.at(-1))) return false;
  return beginsPhrase(words, at) && endsPhrase(words, at + length);
}

/** Whether a run begins or ends within a word with hyphens, such as `mid-year`. */
const cutsWord = (words: readonly DiffWord[], from: number, end: number): boolean =>
  [words[from], words[end]].some((word) => word !== undefined && hyphen.test(word.gap));

const isBroken = (run: readonly DiffWord[]): boolean =>
  run.some(({ gap }, index) => index > 0 && inner.test(gap));

function beginsPhrase(words: readonly DiffWord[], at: number): boolean {
  const word = words[at];
  return at === 0 || (word !== undefined && (inner.test(word.gap) || isOpening(word)));
}

function endsPhrase(words: readonly DiffWord[], end: number): boolean {
  const next = words[end];
  return next === undefined || inner.test(next.gap) || isOpening(next);
}

/** Where a run ends with the word that says of what its last figure is. */
function withUnit(words: readonly DiffWord[], end: number): number {
  const last = words[end - 1];
  if (last?.kind !== 'figure' || /[%\u00a3$\u20ac:]/u.test(last.text)) return end;
  let to = end;
  while (unitKind.test(words[to]?.plain ?? '')) to += 1;
  const unit = words[to];
  const isUnit = unit?.kind === 'word' && !isOpening(unit) && !inner.test(unit.gap);
  return isUnit ? to + 1 : to;
}
