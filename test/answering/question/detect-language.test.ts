import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../../src/answering/index.ts';
import { oddEnglish, questionsInOtherLanguages } from './questions-by-language.ts';

/** Short questions without any telling word are rightly left open. */
const smallestShareTold = 0.85;

const goldenQuestions = readFileSync(
  new URL('../../../corpus/questions.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { question: string }).question);

async function takenForAnother(questions: readonly string[]): Promise<string[]> {
  const found = await Promise.all(questions.map(detectLanguage));
  return questions.filter((_, index) => found[index]?.sure);
}

describe('detectLanguage', () => {
  test('is never sure that an English question is in another language', async () => {
    expect(goldenQuestions.length).toBeGreaterThan(150);
    expect(await takenForAnother(goldenQuestions)).toEqual([]);
    expect(await takenForAnother(oddEnglish)).toEqual([]);
  });

  test('tells most questions in other languages, and none by a wrong name', async () => {
    const all = Object.entries(questionsInOtherLanguages).flatMap(([language, questions]) =>
      questions.map((question) => ({ language, question })),
    );
    const found = await Promise.all(all.map(({ question }) => detectLanguage(question)));
    const wrong = all.filter(
      ({ language }, index) => found[index]?.sure && found[index].language !== language,
    );
    expect(wrong).toEqual([]);
    const told = found.filter(({ sure }) => sure).length;
    expect(told / all.length).toBeGreaterThan(smallestShareTold);
  });

  test('knows at least one question of every language here', async () => {
    for (const [language, questions] of Object.entries(questionsInOtherLanguages)) {
      const found = await Promise.all(questions.map(detectLanguage));
      expect(
        found.some(({ sure }) => sure),
        language,
      ).toBe(true);
    }
  });

  test('gives the English name of the language', async () => {
    expect(await detectLanguage('Jakie są wspólne wartości?')).toEqual({
      language: 'pl',
      name: 'Polish',
      sure: true,
    });
    expect(await detectLanguage('ਬਜਟ ਕਿਉਂ ਵੱਧ ਗਿਆ?')).toMatchObject({ name: 'Punjabi' });
  });

  test('is unsure of nothing, signs, addresses and a word in another script', async () => {
    for (const text of ['', '???', '🏥', 'https://example.org/à-propos', 'what does 出院 mean']) {
      expect(await detectLanguage(text), text).toMatchObject({ sure: false });
    }
  });
});
