import { expect, test } from 'vitest';
import { readFileRequest, readRequest } from '../../../src/summaries/index.ts';

test.each([
  ['summarise this', 'brief', 'member'],
  ['Please summarize this for the board.', 'brief', 'board'],
  ['Hi Concord, can you sum this up in one sentence?', 'sentence', 'member'],
  ['tl;dr', 'brief', 'member'],
  ['tl;dr in one sentence', 'sentence', 'member'],
  ['Here are the minutes. Please summarise the meeting for our governors.', 'brief', 'board'],
  ['summarise what this says about falls, for patients', 'brief', 'public'],
  ['key points of this in detail', 'full', 'member'],
  ['summarise it in a nutshell', 'sentence', 'member'],
  ['Give me a full summary for clinicians', 'full', 'clinician'],
  ['I would like a detailed summary of this paper', 'full', 'member'],
  ['A short summary in plain English, please', 'brief', 'public'],
  ['summary', 'brief', 'member'],
])('“%s” asks for a summary', (text, length, reader) => {
  expect(readFileRequest(text)).toEqual({ length, reader });
});

test.each([
  '',
  'How is success judged?',
  'Does this executive summary agree with our policy on discharge?',
  'What does the library say about this? The summary says it fell.',
  'Who wrote the summary?',
  'Please summarise this. Who paid for it?',
  `Summarise ${'all of it '.repeat(30)}`,
])('“%s” does not', (text) => {
  expect(readFileRequest(text)).toBeNull();
});

test.each([
  'summarise this for the board',
  'summarise it in one sentence for GPs',
  'give me a full summary in plain English',
  'tl;dr',
])('“%s” is for the same length and reader with a file and without', (text) => {
  expect(readRequest(text)).toMatchObject({ kind: 'summary', ...readFileRequest(text) });
});
