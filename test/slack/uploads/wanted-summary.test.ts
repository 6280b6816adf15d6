import { expect, test } from 'vitest';
import { readWantedSummary } from '../../../src/slack/uploads/wanted-summary.ts';

test.each([
  ['summarise this', 'brief', 'member'],
  ['Please summarize this for the board.', 'brief', 'board'],
  ['Hi Concord, can you sum this up in one sentence?', 'sentence', 'member'],
  ['tl;dr', 'sentence', 'member'],
  ['Give me a full summary for clinicians', 'full', 'clinician'],
  ['I would like a detailed summary of this paper', 'full', 'member'],
  ['A short summary in plain English, please', 'brief', 'public'],
  ['summary', 'brief', 'member'],
])('“%s” asks for a summary', (text, length, reader) => {
  expect(readWantedSummary(text)).toEqual({ length, reader });
});

test.each([
  '',
  'How is success judged?',
  'Does this executive summary agree with our policy on discharge?',
  'What does the library say about this? The summary says it fell.',
  'Who wrote the summary?',
  `Summarise ${'all of it '.repeat(30)}`,
])('“%s” does not', (text) => {
  expect(readWantedSummary(text)).toBeNull();
});
