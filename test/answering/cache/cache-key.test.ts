import { describe, expect, test } from 'vitest';
import { type CacheKeyParts, cacheKeyOf } from '../../../src/answering/cache/cache-key.ts';

const parts: CacheKeyParts = {
  question: 'How is success measured?',
  audiences: ['public', 'members'],
  libraryState: '[1,2]',
  composer: 'small',
  now: Date.UTC(2026, 10, 22, 9),
};

describe('what an answer is kept under', () => {
  test.each<[string, Partial<CacheKeyParts>]>([
    ['case and spacing', { question: '  how  is\nSUCCESS measured ?' }],
    ['marks at the end', { question: 'How is success measured' }],
    ['a wide form of a letter', { question: 'How is ｓuccess measured?!' }],
    ['the order of audiences', { audiences: ['members', 'public', 'members'] }],
    ['the time of day', { now: Date.UTC(2026, 10, 22, 23, 59) }],
  ])('does not change with %s', (_name, other) => {
    expect(cacheKeyOf({ ...parts, ...other })).toBe(cacheKeyOf(parts));
  });

  test.each<[string, Partial<CacheKeyParts>]>([
    ['the question', { question: 'How is success not measured?' }],
    ['a number', { question: 'How is success measured? 2' }],
    ['fewer audiences', { audiences: ['public'] }],
    ['a group', { audiences: ['public', 'members', 'group:board'] }],
    ['the library', { libraryState: '[1,3]' }],
    ['the model', { composer: 'large' }],
    ['the day', { now: Date.UTC(2026, 10, 23) }],
  ])('changes with %s', (_name, other) => {
    expect(cacheKeyOf({ ...parts, ...other })).not.toBe(cacheKeyOf(parts));
  });
});
