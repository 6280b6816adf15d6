import { describe, expect, test } from 'vitest';
import { findPublications } from '../../src/summaries/index.ts';
import { samplePublication } from '../fakes/sample-publication.ts';

const library = [
  ['falls', 'After a fall: a therapist and a paramedic in one car', ['Merrowdale team'], '2024-02'],
  ['old', 'Discharge and transfer of care policy', ['Valley group'], '2019-04-01'],
  ['new', 'Discharge and transfer of care policy', ['Valley group'], '2024-05-01'],
  ['inquiry', 'UK Covid-19 Inquiry: the resilience of the United Kingdom', ['H. Hallett'], '2024'],
  ['response', 'UK Government response to the Covid-19 Inquiry', [], '2025-01-15'],
  ['ward', 'A virtual ward for flare-ups of COPD', ['Ana Peña', 'J. Smith'], '2022-02-17'],
  ['undated', 'How the partnership began', ['Library editors'], null],
].map(([id, title, authors, date]) =>
  samplePublication({
    id: id as string,
    title: title as string,
    authors: authors as string[],
    date: date as string | null,
    source: `papers/${id}-file.pdf`,
    kind: id === 'old' || id === 'new' ? 'policy' : 'paper',
    status: id === 'old' ? 'superseded' : 'current',
  }),
);

function find(typed: string, limit = 10): { match: string; ids: string[] } {
  const { match, publications } = findPublications(library, typed, limit);
  return { match, ids: publications.map(({ id }) => id) };
}

describe('what somebody half remembers', () => {
  test.each([
    ['by words of the title in any order', 'paramedic fall', 'falls'],
    ['by beginnings of words', 'ther para', 'falls'],
    ['with letters missing, wrong or swapped', 'paramdic thearpist', 'falls'],
    ['by author and title', 'smith copd', 'ward'],
    ['by an author whose name has accents', 'pena', 'ward'],
    ['by a year', 'discharge 2019', 'old'],
    ['by a year that comes first', '2024 policy', 'new'],
    ['by a misspelt word and a year', 'dishcarge 2019', 'old'],
    ['with small words in between', 'the fall in the car', 'falls'],
    ['by a word of another spelling', 'government responce', 'response'],
  ])('is found %s', (_, typed, id) => {
    expect(find(typed)).toMatchObject({ match: 'one', ids: [id] });
  });

  test('may be several, what replaces the others first', () => {
    expect(find('discharge policy')).toEqual({ match: 'several', ids: ['new', 'old'] });
    expect(find('covid inquirey').match).toBe('several');
    expect(find('covid inquirey').ids.toSorted()).toEqual(['inquiry', 'response']);
  });

  test('may fit nothing wholly: then what comes near is named', () => {
    const found = find('virtual reality copd');
    expect(found.match).toBe('nearest');
    expect(found.ids[0]).toBe('ward');
    expect(find('quantum chromodynamics')).toEqual({ match: 'nearest', ids: [] });
  });

  test('is no other year than the one that was typed', () => {
    expect(find('discharge 2018').match).toBe('nearest');
  });
});

describe('what is named exactly', () => {
  test.each([
    ['an id', 'ward'],
    ['a source', 'papers/ward-file.pdf'],
    ['a file’s name', 'Ward-file.pdf'],
    ['a whole title', 'a virtual ward for flare-ups of COPD'],
  ])('is meant: %s', (_, typed) => {
    expect(find(typed)).toEqual({ match: 'one', ids: ['ward'] });
  });

  test('may still be several, the newest first', () => {
    expect(find('Discharge and transfer of care policy')).toEqual({
      match: 'several',
      ids: ['new', 'old'],
    });
  });
});

test('an id that begins other words as well leaves these to be chosen', () => {
  expect(find('ward')).toEqual({ match: 'one', ids: ['ward'] });
  const alike = samplePublication({ id: 'discharge', title: 'Something else' });
  const { match, publications } = findPublications([...library, alike], 'discharge', 10);
  expect([match, ...publications.map(({ id }) => id)]).toEqual(['one', 'discharge', 'new', 'old']);
});

test('nothing typed gives the newest, undated ones last', () => {
  const { match, ids } = find('  ');
  expect(match).toBe('several');
  expect(ids[0]).toBe('response');
  expect(ids.at(-1)).toBe('undated');
});

test('no more are given than wanted', () => {
  expect(find('', 2).ids).toEqual(['response', 'new']);
  expect(find('uk', 1).ids).toHaveLength(1);
});

test('whatever is typed does no harm', () => {
  for (const typed of [
    '*',
    '(((',
    '\\',
    '👩‍⚕️',
    'a'.repeat(5_000),
    '\u0000',
    '__proto__',
    'constructor',
  ]) {
    expect(() => find(typed)).not.toThrow();
  }
  expect(findPublications([], 'anything', 5)).toEqual({ match: 'nearest', publications: [] });
});

test('of very long texts the beginning counts, or nobody else would be heard meanwhile', () => {
  const page = 'paramedic fall '.padEnd(1_000);
  expect(find(page).ids[0]).toBe('falls');
  expect(find(`${page} ${'virtual ward flare-ups copd '.repeat(1_000)}`)).toEqual(find(page));
});
