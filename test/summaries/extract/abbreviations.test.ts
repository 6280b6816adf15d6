import { expect, test } from 'vitest';
import { undefinedAbbreviations } from '../../../src/summaries/extract/abbreviations.ts';

test.each([
  ['Each PCN employs pharmacists; PCNs pay.', ['PCN']],
  ['Primary care networks (PCNs) pay; a PCN employs.', []],
  ['The NHS and GPs in the UK agreed on Covid-19.', []],
  ['CAMHS and AMHS differ.', ['CAMHS', 'AMHS']],
  ['Nobody came.', []],
])('%s', (text, expected) => {
  expect(undefinedAbbreviations(text)).toEqual(expected);
});
