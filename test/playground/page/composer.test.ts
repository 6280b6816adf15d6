import { describe, expect, test } from 'vitest';
import { parseCommand } from '../../../src/playground/page/composer/parse-command.ts';
import { suggestionsFor } from '../../../src/playground/page/composer/suggestions.ts';
import { complete, findTrigger } from '../../../src/playground/page/composer/type-ahead.ts';
import { samplePage } from './sample-page.ts';

describe('what can be completed', () => {
  test.each([
    ['@', { kind: 'person', start: 0, query: '' }],
    ['ask @le', { kind: 'person', start: 4, query: 'le' }],
    ['(see #gen', { kind: 'channel', start: 5, query: 'gen' }],
    ['/as', { kind: 'command', start: 0, query: 'as' }],
    ['/', { kind: 'command', start: 0, query: '' }],
  ])('%s', (text, expected) => {
    expect(findTrigger(text, text.length)).toEqual(expected);
  });

  test.each(['amira@partnership.example', 'and /ask', '/ask what', 'half/half', '@leo said', ''])(
    'nothing in: %s',
    (text) => {
      expect(findTrigger(text, text.length)).toBeNull();
    },
  );

  test('only what is before the caret counts', () => {
    expect(findTrigger('@leo and more', 3)).toEqual({ kind: 'person', start: 0, query: 'le' });
  });

  test('what was chosen is followed by one space, and the caret by what comes after', () => {
    const trigger = { kind: 'person', start: 4, query: 'le' } as const;
    expect(complete('ask @le', 7, trigger, '@leo')).toEqual({ text: 'ask @leo ', caret: 9 });
    expect(complete('ask @le about it', 7, trigger, '@leo')).toEqual({
      text: 'ask @leo about it',
      caret: 9,
    });
  });
});

describe('suggestions', () => {
  const inserts = (kind: 'person' | 'channel' | 'command', query: string): string[] =>
    suggestionsFor(samplePage(), { kind, start: 0, query }).map(({ insert }) => insert);

  test('the app comes first', () => {
    expect(inserts('person', '')[0]).toBe('@concord');
  });

  test('names that begin with what was typed come before those that hold it', () => {
    expect(inserts('person', 'le')[0]).toBe('@leo');
    expect(inserts('person', 'hassan')).toEqual(['@amira']);
    expect(inserts('person', 'nobody')).toEqual([]);
  });

  test('groups can be named, archived channels cannot', () => {
    expect(inserts('person', 'staff')).toContain('@staff');
    expect(inserts('channel', 'l')).toContain('#leads');
    expect(inserts('channel', 'launch')).toEqual([]);
  });

  test('commands', () => {
    expect(inserts('command', '')).toEqual(['/ask', '/library']);
    expect(inserts('command', 'li')).toEqual(['/library']);
  });
});

describe('commands', () => {
  test('are split from what they are given', () => {
    expect(parseCommand('/Ask  what now?\nPlease ')).toEqual({
      command: '/ask',
      text: 'what now?\nPlease',
    });
    expect(parseCommand('/ask')).toEqual({ command: '/ask', text: '' });
  });

  test.each(['ask', ' /ask', '/ ask', 'a /ask', '/home/amira', '//'])('%s is none', (text) => {
    expect(parseCommand(text)).toBeNull();
  });
});
