import { describe, expect, test } from 'vitest';
import { resolveFollowUp } from '../../../src/answering/question/resolve-follow-up.ts';

const values = {
  question: 'What are the common values of the partnership?',
  claim: 'Success is judged by outcomes.',
};
const housing = { question: 'What did the partnership say about housing?', claim: null };
const person = { question: 'Who is Rick Stern?', claim: 'Rick Stern is chief executive.' };
const network = { question: 'What is the Foundation Trust Network?', claim: null };

describe('a follow-up stands alone after it', () => {
  test.each([
    ['and for mental health?', housing, 'What did the partnership say about mental health?'],
    ['what about mental health?', housing, 'What did the partnership say about mental health?'],
    [
      'And in Northmere?',
      { question: 'How many referrals were there in Harrowfen?', claim: null },
      'How many referrals were there in Northmere?',
    ],
    [
      'how about ambulances?',
      values,
      'What are the common values of the partnership, regarding ambulances?',
    ],
    ['why?', values, 'why, regarding the common values of the partnership?'],
    ['who said that?', values, 'who said that: “Success is judged by outcomes.”?'],
    ['Who agreed them?', values, 'Who agreed the common values of the partnership?'],
    ['What did he say?', person, 'What did Rick Stern say?'],
    ['what is his job?', person, 'what is Rick Stern’s job?'],
    [
      'How many staff does it employ?',
      network,
      'How many staff does the Foundation Trust Network employ?',
    ],
    [
      'Which of these is the hardest?',
      values,
      'Which of the common values of the partnership is the hardest?',
    ],
    [
      'Does that service cost more?',
      { question: 'Who runs the housing pilot in Harrowfen?', claim: null },
      'Does that service cost more, regarding the housing pilot in Harrowfen?',
    ],
    ['what else?', values, 'what else, regarding the common values of the partnership?'],
  ])('%s', (question, earlier, expected) => {
    expect(resolveFollowUp(question, earlier)).toBe(expected);
  });
});

describe('a new topic takes nothing from the question before it', () => {
  test.each([
    'What is the discharge policy in the Valley?',
    'What does the FTN do for its members?',
    'Is it possible to refer patients directly?',
    'How long does it take to get an answer?',
    'My mum is ill. Can she stay at home?',
    'Do the values that were agreed set targets?',
    'And how much did the hub cost?',
    'If a patient asks for their record, must we give it to them?',
    'What did leaders say about their first year?',
  ])('%s', (question) => {
    expect(resolveFollowUp(question, values)).toBe(question);
  });
});

test('without an earlier exchange a question stays as it is', () => {
  expect(resolveFollowUp(' and for them? ', null)).toBe('and for them?');
});

test('takes linear time on hostile input', () => {
  const before = performance.now();
  resolveFollowUp('and what about '.repeat(4_000), values);
  resolveFollowUp('it '.repeat(10_000), { question: 'The A '.repeat(5_000), claim: null });
  expect(performance.now() - before).toBeLessThan(3_000);
});
