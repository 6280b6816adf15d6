/** A log line that says what somebody wrote. */
export interface Leak {
  event: string;
  /** The log line's text. */
  logged: string;
}

const fewestCharacters = 12;
const wordsInRow = 4;
const word = /[\p{L}\p{N}]+/gu;
/** Fields of Slack's payloads and of what is stored that hold what people wrote or were told. */
const textFields = new Set(['text', 'value', 'note', 'question', 'standaloneQuestion']);

/**
 * What people wrote and were told in a test file, and whether a log repeats it: a whole text of a
 * few words, or four words in a row of a longer one. Texts of one word below twelve characters
 * tell nothing apart.
 */
export class PrivateTexts {
  readonly #short = new Set<string>();
  readonly #runs = new Set<string>();
  readonly #allowed = new Set<string>();

  add(text: string): void {
    const words = wordsOf(text);
    const whole = words.join(' ');
    if (whole.length < fewestCharacters) return;
    if (words.length < wordsInRow) this.#short.add(whole);
    for (const run of runsOf(words)) this.#runs.add(run);
  }

  /** What operators are told, in Slack as in the log, is not private. */
  allow(text: string): void {
    for (const run of runsOf(wordsOf(text))) this.#allowed.add(run);
  }

  /** Adds every text in a payload or record. */
  addFrom(value: unknown): void {
    if (Array.isArray(value)) for (const each of value) this.addFrom(each);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, each] of Object.entries(value)) {
      // Values of buttons are ids, those of inputs are what people wrote.
      const isText = typeof each === 'string' && (key !== 'value' || each.includes(' '));
      if (isText && textFields.has(key)) this.add(each);
      else this.addFrom(each);
    }
  }

  /** Whether the text repeats something that is private. */
  isIn(logged: string): boolean {
    const words = wordsOf(logged);
    const isPrivate = (run: string): boolean => this.#runs.has(run) && !this.#allowed.has(run);
    if (runsOf(words).some(isPrivate)) return true;
    const whole = ` ${words.join(' ')} `;
    return [...this.#short].some((text) => whole.includes(` ${text} `));
  }

  leaksIn(entries: readonly object[]): Leak[] {
    return entries.flatMap((entry) =>
      stringsIn(entry)
        .filter((logged) => this.isIn(logged))
        .map((logged) => ({ event: 'msg' in entry ? String(entry.msg) : 'unnamed', logged })),
    );
  }
}

function wordsOf(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(word) ?? [];
}

function runsOf(words: readonly string[]): string[] {
  return words
    .slice(0, Math.max(0, words.length - wordsInRow + 1))
    .map((_, at) => words.slice(at, at + wordsInRow).join(' '));
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
