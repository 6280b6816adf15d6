import { expect, test } from 'vitest';
import { splitQuestions } from '../../../src/answering/research/split-questions.ts';

test.each([
  [
    'What is a virtual ward? Who pays for community diagnostics?',
    ['What is a virtual ward?', 'Who pays for community diagnostics?'],
  ],
  [
    'We had a fall last week. Who visits after a fall? what does the visit cost?',
    ['We had a fall last week. Who visits after a fall?', 'what does the visit cost?'],
  ],
  [
    'Who visits after a fall? What does the visit cost? Thanks a lot.',
    ['Who visits after a fall?', 'What does the visit cost? Thanks a lot.'],
  ],
  [
    'What is the falls service? How is it paid for by practices?',
    ['What is the falls service?', 'How is the falls service paid for by practices?'],
  ],
])('%s', (message, parts) => {
  expect(splitQuestions(message)).toEqual(parts);
});

test.each([
  'What is a virtual ward?',
  'What is a virtual ward and who pays for it?',
  'Really? Why?',
  'Who? What is a virtual ward?',
  'One two? Three four? Five six? Seven eight? Nine ten?',
  `Who pays for beds? ${'It is a long story. '.repeat(60)}Who pays for chairs?`,
])('is left as it is: %s', (message) => {
  expect(splitQuestions(message)).toEqual([message]);
});
