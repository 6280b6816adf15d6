import { englishWords, functionWords, tellingLetters } from './function-words.ts';

export interface DetectedLanguage {
  /** BCP 47 language tag; `en` unless something speaks for another. */
  language: string;
  /** Its English name: `Polish`. */
  name: string;
  /** False where the text is too short or too mixed to tell; then nothing should depend on it. */
  sure: boolean;
}

/** Scripts that only one language of weight uses, and those where letters tell languages apart. */
const scripts: readonly (readonly [RegExp, (text: string) => string | Promise<string>])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, () => 'ja'],
  [/\p{Script=Han}/gu, () => 'zh'],
  [/\p{Script=Hangul}/gu, () => 'ko'],
  [/\p{Script=Gurmukhi}/gu, () => 'pa'],
  [/\p{Script=Gujarati}/gu, () => 'gu'],
  [/\p{Script=Bengali}/gu, () => 'bn'],
  [/\p{Script=Devanagari}/gu, () => 'hi'],
  [/\p{Script=Tamil}/gu, () => 'ta'],
  [/\p{Script=Malayalam}/gu, () => 'ml'],
  [/\p{Script=Sinhala}/gu, () => 'si'],
  [/\p{Script=Thai}/gu, () => 'th'],
  [/\p{Script=Greek}/gu, () => 'el'],
  [/\p{Script=Hebrew}/gu, () => 'he'],
  [/\p{Script=Ethiopic}/gu, (text) => (/[\u12d5\u1230]/.test(text) ? 'am' : 'ti')],
  [/\p{Script=Arabic}/gu, languageInArabicLetters],
  [/\p{Script=Cyrillic}/gu, languageInCyrillicLetters],
];
const fewestLetters = 3;
/** A question has at least so many words, or a word and a letter, that say its language. */
const fewestSigns = 2;

const names = new Intl.DisplayNames('en', { type: 'language' });

/**
 * The language a question is in. Sure only when most of its letters are of another script, or when
 * it has words that its language cannot do without and at least twice as many as English ones:
 * names, Latin terms and abbreviations do not make it unsure of English.
 *
 * Letter statistics (tinyld) only decide between languages that share such words. Alone they are
 * no use: of English questions full of medical words they are often certain that these are Polish
 * or Irish, and they know no Welsh.
 */
export async function detectLanguage(text: string): Promise<DetectedLanguage> {
  const plain = text.normalize('NFC').replace(/<[^>]*>|https?:\S+|:[a-z0-9_+-]+:/g, ' ');
  return (await byScript(plain)) ?? byWords(plain);
}

async function byScript(text: string): Promise<DetectedLanguage | null> {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  for (const [script, languageOf] of scripts) {
    const own = text.match(script)?.length ?? 0;
    if (own === 0) continue;
    // Japanese needs its syllables between Chinese characters, which may be more.
    const isMost = own > letters / 2 || (script.source.includes('Hiragana') && own > letters / 5);
    if (isMost && own >= fewestLetters) return found(await languageOf(text), true);
  }
  return null;
}

async function byWords(text: string): Promise<DetectedLanguage> {
  const whole = text.toLowerCase().replaceAll('\u2019', "'").match(word) ?? [];
  const words = whole.flatMap(partsOf);
  const english = whole.filter((each) => englishWords.has(each) && !isForeign(each)).length;
  const signs = Object.entries(functionWords)
    .map(([language, known]) => {
      const tells = tellingLetters[language]?.test(text.toLowerCase()) ?? false;
      return { language, score: countDistinct(words, known) + (tells ? 1 : 0) };
    })
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score);
  const [best, next] = signs;
  if (best === undefined || best.score < 2 * english) return found('en', false);
  const isClear = best.score > (next?.score ?? 0) && best.score >= fewestSigns;
  if (isClear) return found(best.language, true);
  // One sign, or several languages with the same: the letters must speak for one of them as well.
  const guess = await guessFrom(text);
  const supported = signs.find(({ language }) => language === guess?.lang);
  if (supported === undefined || supported.score < best.score) return found('en', false);
  const sure = best.score >= fewestSigns || (english === 0 && (guess?.accuracy ?? 0) > 0.9);
  return found(supported.language, sure);
}

/** The profiles take a tenth of a second to load; most questions never need them. */
async function guessFrom(
  text: string,
  only: readonly string[] = [],
): Promise<{ lang: string; accuracy: number } | undefined> {
  const { detectAll } = await import('tinyld');
  return detectAll(text, { only: [...only] })[0];
}

const word = /\p{L}[\p{L}\p{M}'-]*/gu;

/** `l'hôpital` is two words; `mae'r` is one. */
function partsOf(text: string): string[] {
  const parts = text.split("'");
  return parts.length > 1 ? [text, ...parts.map((part) => part.replace(/-$/, ''))] : [text];
}

/** Some of the commonest English words are words of other languages too, and say nothing. */
function isForeign(text: string): boolean {
  return Object.values(functionWords).some((known) => known.has(text));
}

function countDistinct(words: readonly string[], known: ReadonlySet<string>): number {
  return new Set(words.filter((each) => known.has(each) && !englishWords.has(each))).size;
}

function languageInArabicLetters(text: string): string {
  if (/[\u0679\u0688\u0691\u06ba\u06be\u06c1\u06d2]/.test(text)) return 'ur';
  if (/[\u067e\u0686\u0698\u06a9\u06af\u06cc]/.test(text)) return 'fa';
  return 'ar';
}

async function languageInCyrillicLetters(text: string): Promise<string> {
  if (/[\u0456\u0457\u0454\u0491]/i.test(text)) return /[\u044b\u045e]/i.test(text) ? 'be' : 'uk';
  if (/[\u0452\u045b\u0458\u0459\u045a]/i.test(text)) return 'sr';
  if (/[\u044b\u044d\u0451]/i.test(text)) return 'ru';
  if (/\u044a/i.test(text)) return 'bg';
  return (await guessFrom(text, ['uk', 'ru', 'bg', 'sr', 'mk']))?.lang ?? 'ru';
}

function found(language: string, sure: boolean): DetectedLanguage {
  return { language, name: names.of(language) ?? language, sure };
}
