import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAnalyser } from '../../src/retrieval/analysis/analyser.ts';
import { tokenise } from '../../src/retrieval/analysis/tokenise.ts';
import { weighQuery } from '../../src/retrieval/analysis/weigh-query.ts';

const words = (text: string): string[] => tokenise(text).map((word) => word.text);
const { terms } = createAnalyser();

describe('tokenise', () => {
  test.each([
    ['Waiting lists, 2014.', ['waiting', 'lists', '2014']],
    ['£1,200 and 0.5% of 10,00', ['1200', 'and', '0.5', 'of', '10', '00']],
    ['the U.K. and the N.H.S.', ['the', 'uk', 'and', 'the', 'nhs']],
    ['see p.12. End', ['see', 'p', '12', 'end']],
    ['John’s view, they don’t', ['john', 'view', 'they', "don't"]],
    ['naïve café ﬁle Ｗide x²', ['naive', 'cafe', 'file', 'wide', 'x2']],
    ['IFN-γ 5 µg', ['ifn', 'gamma', '5', 'ug']],
    ['hy\u00adphen', ['hyphen']],
    ['…—!', []],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('tells which words a hyphen joins, and that a dash joins none', () => {
    const joined = (text: string) =>
      tokenise(text)
        .filter((word) => word.followsHyphen)
        .map((word) => word.text);
    expect(joined('follow-up of long-term care - and 2010–2014')).toEqual(['up', 'term']);
  });

  test('never fails, and never returns white space or capitals', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const word of words(text)) {
          expect(word).not.toBe('');
          expect(word).not.toMatch(/[\sA-Z]/);
        }
      }),
    );
  });
});

describe('analyser', () => {
  test.each([
    ['organised', 'organizing'],
    ['paediatric anaemia', 'pediatric anemia'],
    ['the tumours', 'a tumor'],
    ['behavioural programmes', 'behavioral program'],
    ['women and children', 'woman, child'],
    ['they paid', 'paying'],
    ['oesophageal oedema', 'esophageal edema'],
    ['health centres', 'health center'],
    ['diagnoses', 'diagnosis'],
    ['analysed', 'analyze'],
  ])('%s and %s give the same terms', (left, right) => {
    expect(terms(left)).toEqual(terms(right));
  });

  test.each([
    ['universal', 'experiment'],
    ['hour', 'our'],
    ['coexist', 'exist'],
    ['size', 'sis'],
  ])('%s and %s stay apart', (left, right) => {
    expect(terms(left)).not.toEqual(terms(right));
  });

  test('joins hyphenated words whose parts say little, so that both spellings meet', () => {
    expect(terms('co-ordination')).toContain(terms('coordination')[0]);
    expect(terms('IL-6')).toContain('il6');
    expect(terms('follow-up')).toContain(terms('followup')[0]);
    expect(terms('primary-secondary')).toEqual(terms('primary secondary'));
  });

  test('gives the letters of words that end in digits', () => {
    expect(terms('covid19')).toEqual(['covid19', 'covid']);
  });

  test('drops function words only', () => {
    expect(terms('What should we do about the waiting list?')).toEqual(['wait', 'list']);
  });
});

describe('weighQuery', () => {
  const analyser = createAnalyser();

  test('counts the closing question double', () => {
    const weights = weighQuery('My father had a stroke. Who pays for rehabilitation?', analyser);
    expect(weights.get('father')).toBe(1);
    expect(weights.get('rehabilit')).toBe(1.5);
  });

  test('counts a single sentence once, and repetition less and less', () => {
    expect(weighQuery('stroke wards', analyser).get('stroke')).toBe(1);
    const repeated = weighQuery('stroke stroke stroke stroke', analyser).get('stroke') ?? 0;
    expect(repeated).toBe(2);
  });

  test('weighs nothing in an empty query', () => {
    expect(weighQuery(' ?! ', analyser).size).toBe(0);
  });
});
