import { plainForm } from './plain-form.ts';

/** A text as it is compared: typography taken out, every unit tied to the place it came from. */
export interface NormalisedText {
  text: string;
  /** For each UTF-16 unit of `text`, where in the original that which it stands for begins … */
  starts: Uint32Array;
  /** … and ends (exclusive). */
  ends: Uint32Array;
}

/**
 * Characters that have to be composed together: a starter with its combining marks, or a run of
 * conjoining Hangul letters. Both are cut at 30, the limit of Unicode's stream-safe format
 * (UAX #15), so that hostile input cannot make normalisation slow.
 */
const clusterPattern =
  /[\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]{1,30}\p{M}{0,30}|\P{M}\p{M}{0,30}|\p{M}/suy;

const letter = /[\p{L}\p{M}]/u;
const firstCombiningMark = 0x300;

/**
 * Normalises a text for comparison, in linear time and keeping offsets.
 *
 * - Each character takes its plain form (see {@link plainForm}); case is kept.
 * - Every run of white space becomes one space; at the edges it disappears.
 * - Every dash becomes `-`, white space next to it disappears, and a dash between two letters
 *   disappears altogether: whether a word is hyphenated, broken at the end of a line or set apart
 *   by a dash is a matter of setting, not of wording.
 * - Two single quotation marks become one double one.
 */
export function normaliseText(original: string): NormalisedText {
  const writer = new Writer();
  let position = 0;
  while (position < original.length) {
    const next = original.charCodeAt(position + 1);
    if (isPlain(original.charCodeAt(position)) && !(next >= firstCombiningMark)) {
      writer.write(original.charAt(position), position, position + 1);
      position += 1;
      continue;
    }
    clusterPattern.lastIndex = position;
    const cluster = clusterPattern.exec(original)?.[0] ?? original.charAt(position);
    const end = position + cluster.length;
    for (const character of plainForm(cluster)) writer.write(character, position, end);
    position = end;
  }
  return writer.finish();
}

/** ASCII letters, digits, comma and full stop mean themselves; nothing has to be looked up. */
function isPlain(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x2c ||
    code === 0x2e
  );
}

type Place = readonly [start: number, end: number];

/** Collapses white space, dashes and paired quotation marks while characters arrive one by one. */
class Writer {
  readonly #units: string[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #space: Place | null = null;
  #dash: Place | null = null;
  #lastIsLetter = false;

  write(character: string, start: number, end: number): void {
    if (character === ' ') {
      this.#space ??= [start, end];
      return;
    }
    if (character === '-') {
      this.#dash ??= [start, end];
      return;
    }
    const isLetter = letter.test(character);
    if (character === "'" && this.#units.at(-1) === "'" && !this.#dash && !this.#space) {
      this.#units[this.#units.length - 1] = '"';
      this.#ends[this.#ends.length - 1] = end;
    } else {
      this.#flush(isLetter);
      this.#push(character, [start, end]);
    }
    this.#lastIsLetter = isLetter;
  }

  finish(): NormalisedText {
    this.#space = null;
    this.#flush(false);
    return {
      text: this.#units.join(''),
      starts: Uint32Array.from(this.#starts),
      ends: Uint32Array.from(this.#ends),
    };
  }

  #flush(nextIsLetter: boolean): void {
    if (this.#dash !== null) {
      if (!(this.#lastIsLetter && nextIsLetter)) this.#push('-', this.#dash);
    } else if (this.#space !== null && this.#units.length > 0) {
      this.#push(' ', this.#space);
    }
    this.#dash = null;
    this.#space = null;
  }

  #push(character: string, [start, end]: Place): void {
    for (const unit of character.split('')) {
      this.#units.push(unit);
      this.#starts.push(start);
      this.#ends.push(end);
    }
  }
}
