import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import coefficients from '../../../../src/summaries/extract/scoring/coefficients.json' with {
  type: 'json',
};
import { measureCentrality } from '../../../../src/summaries/extract/scoring/measure-centrality.ts';
import { measureStatements } from '../../../../src/summaries/extract/scoring/measure-statements.ts';
import { scoreStatements } from '../../../../src/summaries/index.ts';
import { statementsOf } from './statements-of.ts';

const inEnglish = { title: '', language: 'en' };

/** Texts of statements, highest score first. */
function ranked(sentences: readonly string[], context = inEnglish): string[] {
  return scoreStatements(statementsOf(...sentences), context)
    .toSorted((left, right) => right.score - left.score)
    .map(({ candidate }) => candidate.text);
}

const shared = 'Pharmacists who visit people at home prevent many falls.';
const apart = 'Lunch was served in a large room upstairs on Tuesday.';

describe('what a statement says of the whole', () => {
  it('is more where it has more in common with the rest', () => {
    const rest = [
      'Falls at home cost hospitals a great deal each winter.',
      'Visits by pharmacists were liked by people who had them.',
    ];
    expect(ranked([apart, ...rest, shared]).at(-1)).toBe(apart);
  });

  it('is more where it names what the title names', () => {
    const sentences = [
      'Nurses met on Monday to talk things over.',
      'Podiatry waits met nobody well.',
    ];
    expect(ranked(sentences, { ...inEnglish, title: 'Podiatry waits' })[0]).toBe(sentences[1]);
  });

  it.each([
    [
      'what the publication does',
      'We describe how three towns shared one list.',
      'Lists are one thing that three towns often shared.',
    ],
    [
      'few figures',
      'Falls fell by a third in one year.',
      'Falls fell by 33% (95% CI 12 to 48; 31 of 412, 46 of 409).',
    ],
    [
      'words that are read easily',
      'The team gave old people more help at home.',
      'Multidisciplinary interventions ameliorated deterioration.',
    ],
  ])('is more for %s', (_, more, less) => {
    expect(ranked([less, more])[0]).toBe(more);
  });

  it('does not depend on wording in languages whose wording is not known', () => {
    const [one] = scoreStatements(statementsOf('We describe three towns.'), inEnglish);
    const [other] = scoreStatements(statementsOf('We describe three towns.'), {
      title: '',
      language: 'cy',
    });
    expect(one?.score).toBeGreaterThan(other?.score ?? Number.POSITIVE_INFINITY);
  });

  it('is a finite figure, and the same for the same text, whatever is said', () => {
    const word = fc.constantFrom(
      'Falls',
      'visits',
      'we',
      '12%',
      '(x)',
      'however',
      '…',
      'a',
      '«',
      'مرحبا',
    );
    const sentence = fc
      .array(word, { minLength: 4, maxLength: 90 })
      .map((all) => `${all.join(' ')}.`);
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 8 }), fc.string(), (sentences, title) => {
        const score = () => scoreStatements(statementsOf(...sentences), { ...inEnglish, title });
        const scored = score();
        expect(scored.every((each) => Number.isFinite(each.score))).toBe(true);
        expect(score().map((each) => each.score)).toEqual(scored.map((each) => each.score));
      }),
      { numRuns: 40 },
    );
  });

  it('is found in a book within three seconds', () => {
    const topics = ['falls', 'waits', 'costs', 'visits', 'wards', 'letters', 'nurses', 'rotas'];
    const sentences = Array.from(
      { length: 6_000 },
      (_, index) =>
        `Chapter ${index} says that ${topics[index % 8]} and ${topics[(index >> 3) % 8]} change ${index % 7} plans of site number${index}.`,
    );
    const statements = statementsOf(...sentences);
    expect(statements).toHaveLength(6_000);
    const before = performance.now();
    scoreStatements(statements, inEnglish);
    expect(performance.now() - before).toBeLessThan(3_000);
  });
});

test('everything that is measured has a weight, and nothing else has', () => {
  const [measured] = measureStatements(statementsOf(shared, apart), inEnglish);
  expect(Object.keys(coefficients.weights).sort()).toEqual(
    Object.keys(measured?.features ?? {}).sort(),
  );
});

describe('centrality', () => {
  it('is given in deviations from the mean', () => {
    const values = measureCentrality([['a', 'b'], ['a', 'c'], ['a', 'b'], ['d']]);
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0);
    expect(Math.max(...values)).toBe(values[0]);
    expect(Math.min(...values)).toBe(values[3]);
  });

  it('is none where nothing stands out', () => {
    expect(measureCentrality([])).toEqual([]);
    expect(measureCentrality([['a', 'b']])).toEqual([0]);
    expect(measureCentrality([[], []])).toEqual([0, 0]);
    expect(measureCentrality([['a'], ['a'], ['a']])).toEqual([0, 0, 0]);
  });
});
