import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRequest, type TypedRequest } from '../../../src/summaries/index.ts';
import { ordinaryQuestions } from './ordinary-questions.ts';
import { otherWishes } from './other-wishes.ts';
import { summaryWishes } from './summary-wishes.ts';

/** The likeliest reading on one line; a brief summary for a member names neither. */
function inShort(read: TypedRequest): string {
  switch (read.kind) {
    case 'summary': {
      const { named, length, reader, mayBeQuestion } = read;
      const manner = [length === 'brief' ? [] : length, reader === 'member' ? [] : reader].flat();
      return [`summary${mayBeQuestion ? '?' : ''}: ${named}`, ...manner].join(' / ');
    }
    case 'comparison': {
      const [first] = read.readings;
      const [group] = read.groups;
      const names = first?.named.join(' | ') ?? `${group?.count} ${group?.named}`;
      const columns = (first ?? group)?.columns ?? [];
      return `comparison: ${names}${columns.length === 0 ? '' : `; ${columns.join(', ')}`}`;
    }
    case 'changes':
      return `changes: ${read.readings[0]?.join(' | ')}`;
    case 'briefing':
      return `briefing: ${read.topic}`;
    default:
      return read.kind;
  }
}

describe('what somebody wants who types in their own words', () => {
  test.each([...summaryWishes, ...otherWishes])('%s', (typed, read) => {
    expect(inShort(readRequest(typed))).toBe(read);
  });

  test.each(ordinaryQuestions)('stays a question: %s', (typed) => {
    expect(readRequest(typed)).toEqual({ kind: 'question' });
  });

  test('anything can be typed', () => {
    const kinds = ['summary', 'comparison', 'changes', 'briefing', 'conversation', 'question'];
    const word = fc.constantFrom(
      ...[
        'summarise',
        'compare',
        'what',
        'has',
        'changed',
        'between',
        'the',
        '2019',
        'and',
        'policy',
      ],
      ...[
        'in',
        'one',
        'sentence',
        'for',
        'board',
        'brief',
        'me',
        'on',
        '“',
        '”',
        '?',
        '.',
        ',',
        '\u{1f600}',
      ],
    );
    const sentence = fc.array(word, { maxLength: 60 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.oneof(sentence, fc.string({ unit: 'grapheme' })), (typed) => {
        const read = readRequest(typed);
        expect(kinds).toContain(read.kind);
        if (read.kind === 'comparison') {
          for (const { named } of read.readings) expect(named.length).toBeGreaterThan(1);
        }
      }),
    );
  });
});
