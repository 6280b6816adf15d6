const letterOrDigit = /[\p{L}\p{N}\p{M}]/u;

/** Per UTF-16 code unit: 0 not looked at yet, 1 part of a word, 2 not. Filled as text comes by. */
const unitClasses = new Uint8Array(65_536);

function isWordUnit(unit: number): boolean {
  const known = unitClasses[unit];
  if (known !== 0) return known === 1;
  // Surrogates count as letters: a pair must not be cut, and what lies there is seldom punctuation.
  const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
  const isWord = isSurrogate || letterOrDigit.test(String.fromCharCode(unit));
  unitClasses[unit] = isWord ? 1 : 2;
  return isWord;
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
const isApostrophe = (unit: number): boolean => unit === 39 || unit === 0x2019 || unit === 0x02bc;
const beyondAscii = /[^\0-\x7f]/;
const marks = /\p{M}+/gu;

/**
 * Cuts text into lower-case words, in order.
 *
 * A word is a run of letters and digits. Kept whole are contractions (`don't`, with a straight
 * apostrophe), decimal numbers (`0.5`), numbers with thousands separators (`1,200` as `1200`) and
 * initials (`U.K.` as `uk`). Accents, possessive `'s` and soft hyphens are dropped; compatibility
 * forms such as ligatures and full-width letters become the plain ones. Words joined by hyphens or
 * slashes are separate words.
 */
export function tokenise(text: string): string[] {
  const plain = beyondAscii.test(text)
    ? text.normalize('NFKD').replace(marks, '').replaceAll('\u00ad', '')
    : text;
  const lower = plain.toLowerCase();
  const tokens: string[] = [];
  const length = lower.length;
  let position = 0;
  while (position < length) {
    if (!isWordUnit(lower.charCodeAt(position))) {
      position++;
      continue;
    }
    const start = position;
    let hasSeparator = false;
    position++;
    while (position < length) {
      const unit = lower.charCodeAt(position);
      if (isWordUnit(unit)) {
        position++;
      } else if (joinsWord(lower, start, position, unit)) {
        hasSeparator = true;
        position += 2;
      } else break;
    }
    const token = lower.slice(start, position);
    tokens.push(hasSeparator ? withoutSeparators(token) : token);
  }
  return tokens;
}

/** Whether the punctuation at `position` belongs to the word that began at `start`. */
function joinsWord(text: string, start: number, position: number, unit: number): boolean {
  const next = text.charCodeAt(position + 1);
  if (!(position + 1 < text.length) || !isWordUnit(next)) return false;
  if (isApostrophe(unit)) return !isDigit(text.charCodeAt(position - 1));
  if (unit === 46) {
    if (isDigit(text.charCodeAt(position - 1))) return isDigit(next);
    return isInitial(text, start, position) && !isWordUnit(text.charCodeAt(position + 2));
  }
  return (
    unit === 44 &&
    isDigit(text.charCodeAt(position - 1)) &&
    /^\d{3}(?!\d)/.test(text.slice(position + 1, position + 5))
  );
}

/** Single letters so far, each after a point: `u`, `n.h`. */
function isInitial(text: string, start: number, position: number): boolean {
  return position - start === 1 || text.charCodeAt(position - 2) === 46;
}

function withoutSeparators(token: string): string {
  const straight = token.replace(/[\u2019\u02bc]/g, "'").replace(/'s$/, '');
  return /^[\d.,]+$/.test(straight)
    ? straight.replaceAll(',', '')
    : straight.replace(/(?<=^|\.)(\p{L})\.(?=\p{L}(\.|$))/gu, '$1');
}
