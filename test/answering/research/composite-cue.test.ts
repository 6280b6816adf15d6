import { expect, test } from 'vitest';
import { compositeCueOf } from '../../../src/answering/research/composite-cue.ts';

test.each([
  ['What is the difference between virtual wards and hospital at home?', 'comparison'],
  ['Compare the two heart failure papers.', 'comparison'],
  ['shared clinics vs advice lines', 'comparison'],
  ['Which of our pilots cost the least?', 'comparison'],
  [
    'Do the discharge policy and the letters standard agree on who tells the patient?',
    'comparison',
  ],
  ['What has changed in the discharge policy since 2019?', 'change'],
  ['what changed between the 2019 and the 2024 discharge policy?', 'change'],
  ['How does the new policy differ from the previous version?', 'change'],
  ['What is a virtual ward and how is it paid for?', 'questions'],
  ['Who runs the clinic, and where do patients wait?', 'questions'],
  ['What is a virtual ward? Who pays for it?', 'questions'],
  ['What did the trust that led the falls pilot spend?', 'steps'],
  ['Who chairs the board whose members agreed the pooled budget?', 'steps'],
])('%s: %s', (question, cue) => {
  expect(compositeCueOf(question)).toBe(cue);
});

test.each([
  'How should we judge whether joint working is succeeding?',
  'What are the common values?',
  'who can refer to the shared clinic',
  'Is there a policy on discharge at night?',
  'How many patients and carers took part?',
  'Tell me about housing and health',
  'When did the partnership begin and end?',
  'What is the waiting time since the pilot?',
  'Why?',
  '',
])('%s: one search may well do', (question) => {
  expect(compositeCueOf(question)).toBeNull();
});

test('takes little time, however long and odd a message is', () => {
  const startedAt = performance.now();
  for (const piece of ['what and ', 'which of the ', 'both ', 'better than ', 'the trust that ']) {
    compositeCueOf(piece.repeat(2_000));
  }
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});
