import { expect, test } from 'vitest';
import { browseLibrary } from '../../../src/slack/browsing/browse-library.ts';
import { samplePublication } from '../../fakes/sample-publication.ts';

const many = Array.from({ length: 23 }, (_, index) =>
  samplePublication({
    id: `paper-${index}`,
    title: `Report on falls ${index}`,
    kind: index % 2 === 0 ? 'paper' : 'policy',
    date: `${2000 + index}`,
  }),
);

test('with nothing typed the newest come first, page by page', () => {
  const first = browseLibrary(many, { typed: '', kind: null, page: 0 });
  expect(first).toMatchObject({
    found: 23,
    pages: 3,
    isNearest: false,
    kinds: ['paper', 'policy'],
  });
  expect(first.publications.map(({ date }) => date)).toEqual(
    Array.from({ length: 10 }, (_, index) => `${2022 - index}`),
  );
  const last = browseLibrary(many, { typed: '', kind: null, page: 2 });
  expect(last.publications).toHaveLength(3);
  expect(browseLibrary(many, { typed: '', kind: null, page: 9 }).search.page).toBe(2);
});

test('a kind leaves out the others, and can still be changed', () => {
  const page = browseLibrary(many, { typed: '', kind: 'policy', page: 0 });
  expect(page.found).toBe(11);
  expect(page.kinds).toEqual(['paper', 'policy']);
  expect(page.publications.every(({ kind }) => kind === 'policy')).toBe(true);
});

test('what is misspelt is found; of what is not there the nearest is, and said to be', () => {
  const misspelt = browseLibrary(many, { typed: 'raport 2007', kind: null, page: 0 });
  expect(misspelt.publications[0]?.id).toBe('paper-7');
  const nearest = browseLibrary(many, { typed: 'falls in zanzibar', kind: null, page: 0 });
  expect(nearest.isNearest).toBe(true);
  expect(browseLibrary(many, { typed: 'zanzibar', kind: null, page: 0 })).toMatchObject({
    found: 0,
    pages: 1,
    isNearest: false,
  });
});
