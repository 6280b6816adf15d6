import { describe, expect, test } from 'vitest';
import { isQuestion } from '../../../src/answering/question/is-question.ts';
import { understandQuestion } from '../../../src/answering/question/understand-question.ts';

test.each([
  ['What are the common values?', 'list'],
  ['who sat round the table when the values were agreed?', 'who'],
  ['When was the partnership formed?', 'when'],
  ['how many members does the FTN have', 'how-many'],
  ['By how much did admissions fall?', 'how-many'],
  ['What did the hub cost?', 'how-much'],
  ['How long will I wait?', 'how-long'],
  ['Why did it go over budget?', 'why'],
  ['How did they deal with it when income fell?', 'how'],
  ['what is a virtual ward', 'definition'],
  ['What does COBR stand for?', 'definition'],
  ['What does groupthink mean in the report?', 'definition'],
  ['What does the discussion paper propose?', 'what'],
  ['Do the values set targets?', 'yes-no'],
  ['should we agree the money first?', 'yes-no'],
  ['What happens to a letter?', 'what'],
  ['Tell me who runs it', 'who'],
  ['5% of perinatal mortality is due to low birth weight.', 'statement'],
])('%s asks for %s', (text, type) => {
  expect(understandQuestion(text).type).toBe(type);
});

describe('a message that tells a story first', () => {
  test('asks with its last question', () => {
    const text =
      'My wife died in May. Is there help? She was 58. How long do I have to claim? Thank you.';
    expect(understandQuestion(text)).toMatchObject({
      focus: 'How long do I have to claim?',
      type: 'how-long',
    });
  });

  test('may have lost the full stop before it', () => {
    expect(
      understandQuestion('I want to keep them permanently How long will it be before I hear?')
        .focus,
    ).toBe('How long will it be before I hear?');
  });
});

describe('what can be looked up', () => {
  test.each([
    '',
    '  ',
    '???',
    '👍',
    ':+1:',
    '<@U123>',
    'Hi',
    'Hello there!',
    'Thanks, that is great',
    'Good morning all',
    '[NHS number]',
  ])('not %j', (text) => {
    expect(isQuestion(text)).toBe(false);
  });
  test.each([
    'Hi, what are the common values?',
    'discharge',
    'thanks – and the cost?',
    'Hello, help with housing',
  ])('but %j', (text) => {
    expect(isQuestion(text)).toBe(true);
  });
});
