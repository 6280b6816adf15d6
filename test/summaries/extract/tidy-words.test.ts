import { describe, expect, test } from 'vitest';
import { tidyWords } from '../../../src/summaries/extract/tidy-words.ts';

describe('words without what only a page can use', () => {
  test.each([
    ['Waits fell (see Figure 3).', 'Waits fell.'],
    ['Waits fell (Table 2) by 9%.', 'Waits fell by 9%.'],
    ['They must explain it (paragraph 2.20).', 'They must explain it.'],
    ['The plan was outdated.12', 'The plan was outdated.'],
    ['The plan was outdated,¹² and late.', 'The plan was outdated, and late.'],
    ['Most begin early (Kessler et al. 2007), and last.', 'Most begin early, and last.'],
    ['Most are missed (NHS Digital 2018).', 'Most are missed.'],
    ['Most are missed [3, 4–6].', 'Most are missed.'],
    ['However, nobody came.', 'Nobody came.'],
    ['But nobody came.', 'Nobody came.'],
    ['We believe, however, that it works.', 'We believe that it works.'],
  ])('%s', (text, tidy) => {
    expect(tidyWords(text)).toBe(tidy);
  });

  test.each([
    'NICE guideline NG27 (December 2015) covers it.',
    'The effect was small (OR 1.87; 95% CI 1.30 to 2.67).',
    'The first wave (March 2020) changed it.',
    'Clinics opened in Leeds (population 800,000).',
    'An area of 12 km² was flooded.',
    'But for the nurses, admissions would have risen.',
    'So far, nobody has come.',
    'The plan was made at No.10 Downing Street.',
    'Generally, waits fell.',
    'Andrew ran the H1N1 service and Covid-19 wards.',
  ])('is left as it is: %s', (text) => {
    expect(tidyWords(text)).toBe(text);
  });
});
