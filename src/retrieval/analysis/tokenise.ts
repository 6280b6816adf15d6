import { isWordUnit, toPlainText } from './plain-text.ts';

/** A word of a text. */
export interface Word {
  /** Lower case. */
  text: string;
  /** Whether nothing but a hyphen stands between it and the word before. */
  followsHyphen: boolean;
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
const isApostrophe = (unit: number): boolean => unit === 39 || unit === 0x2019 || unit === 0x02bc;
/** Hyphen-minus, hyphen, non-breaking hyphen; a dash is not a hyphen. */
const isHyphen = (unit: number): boolean => unit === 45 || unit === 0x2010 || unit === 0x2011;

/**
 * Cuts text into lower-case words, in order.
 *
 * A word is a run of letters and digits. Kept whole are contractions (`don't`, with a straight
 * apostrophe), decimal numbers (`0.5`), numbers with thousands separators (`1,200` as `1200`) and
 * initials (`U.K.` as `uk`). Possessive `'s` is dropped, and {@link toPlainText} says what else is
 * made alike. Words joined by hyphens or slashes are separate words.
 */
export function tokenise(text: string): Word[] {
  const plain = toPlainText(text);
  const words: Word[] = [];
  visitWords(plain, (start, end, hasSeparator, followsHyphen) => {
    words.push({ text: wordAt(plain, start, end, hasSeparator), followsHyphen });
  });
  return words;
}

/** The word that {@link visitWords} named. */
export function wordAt(plain: string, start: number, end: number, hasSeparator: boolean): string {
  const word = plain.slice(start, end);
  return hasSeparator ? withoutSeparators(word) : word;
}

/**
 * Calls `visit` with the place of every word, in order, without cutting it out.
 *
 * @param plain what {@link toPlainText} gave.
 */
export function visitWords(
  plain: string,
  visit: (start: number, end: number, hasSeparator: boolean, followsHyphen: boolean) => void,
): void {
  const length = plain.length;
  let position = 0;
  let previousEnd = -2;
  while (position < length) {
    if (!isWordUnit(plain.charCodeAt(position))) {
      position++;
      continue;
    }
    const start = position;
    let hasSeparator = false;
    position++;
    while (position < length) {
      const unit = plain.charCodeAt(position);
      if (isWordUnit(unit)) position++;
      else if (joinsWord(plain, start, position, unit)) {
        hasSeparator = true;
        position += 2;
      } else break;
    }
    const followsHyphen = start === previousEnd + 1 && isHyphen(plain.charCodeAt(previousEnd));
    visit(start, position, hasSeparator, followsHyphen);
    previousEnd = position;
  }
}

/** Whether the punctuation at `position` belongs to the word that began at `start`. */
function joinsWord(text: string, start: number, position: number, unit: number): boolean {
  if (position + 1 >= text.length || !isWordUnit(text.charCodeAt(position + 1))) return false;
  const followsDigit = isDigit(text.charCodeAt(position - 1));
  if (isApostrophe(unit)) return !followsDigit;
  if (unit === 46) {
    if (followsDigit) return isDigit(text.charCodeAt(position + 1));
    const isInitial = position - start === 1 || text.charCodeAt(position - 2) === 46;
    return isInitial && !isWordUnit(text.charCodeAt(position + 2));
  }
  return unit === 44 && followsDigit && /^\d{3}(?!\d)/.test(text.slice(position + 1, position + 5));
}

function withoutSeparators(word: string): string {
  const straight = word.replace(/[\u2019\u02bc]/g, "'").replace(/'s$/, '');
  return /^[\d.,]+$/.test(straight)
    ? straight.replaceAll(',', '')
    : straight.replace(/(?<=^|\.)(\p{L})\.(?=\p{L}(\.|$))/gu, '$1');
}
