import { describe, expect, test } from 'vitest';
import type { LibraryStore } from '../../src/library/index.ts';
import { contentOf, publicationOf } from './library-contents.ts';

/** What every keeper of the library must honour when it keeps, gives back and lists. */
export function describeLibraryStore(name: string, open: () => Promise<LibraryStore>): void {
  describe(name, () => {
    test('holds nothing at first', async () => {
      const store = await open();
      expect(await store.list({ retired: 'any' })).toEqual([]);
      expect(await store.get('x')).toBeNull();
      expect(await store.findBySource('x')).toBeNull();
      expect(await store.text('x')).toBeNull();
      expect(await store.passagesOf('x')).toEqual([]);
      expect(await store.passages([1])).toEqual([]);
      expect(await store.publications([])).toEqual([]);
      expect(await store.sourceStates()).toEqual([]);
      expect(await store.revision()).toBe(0);
      expect(await store.save([])).toEqual({ saved: [], overtaken: [] });
    });

    test('gives back what was saved, whole', async () => {
      const store = await open();
      const publication = publicationOf('values.pdf', {
        illustrative: true,
        embargoedUntil: 1_900_000_000_000,
        status: 'superseded',
        supersededBy: 'Values, second edition',
      });
      const content = contentOf(publication, ['Über 😀 “values”.', 'Second; it’s 5%.']);
      expect(await store.save([content])).toEqual({ saved: [publication.id], overtaken: [] });

      expect(await store.get(publication.id)).toEqual(publication);
      expect(await store.findBySource('values.pdf')).toEqual(publication);
      expect(await store.publications([publication.id, 'unknown'])).toEqual([publication]);
      expect(await store.text(publication.id)).toEqual(content.text);
      const passages = await store.passagesOf(publication.id);
      expect(passages).toEqual(
        content.passages.map((passage, index) => ({
          ...passage,
          id: passages[index]?.id,
          publicationId: publication.id,
        })),
      );
      const ids = passages.map(({ id }) => id);
      expect(ids.every((id) => Number.isSafeInteger(id) && id > 0)).toBe(true);
      const found = await store.passages([...ids, 999_999]);
      expect(found.sort((a, b) => a.ordinal - b.ordinal)).toEqual(passages);
    });

    test('keeps nulls', async () => {
      const store = await open();
      const publication = publicationOf('notes.txt', {
        date: null,
        link: null,
        pageCount: null,
        pageLabels: null,
        authors: [],
      });
      const content = contentOf(publication, ['Text.']);
      await store.save([
        {
          ...content,
          text: { text: 'Text.', pageStarts: [], headings: [] },
          passages: content.passages.map((passage) => ({
            ...passage,
            pageStart: null,
            pageEnd: null,
          })),
        },
      ]);
      expect(await store.get(publication.id)).toEqual(publication);
      expect(await store.passagesOf(publication.id)).toMatchObject([
        { pageStart: null, pageEnd: null },
      ]);
    });

    test('saves many publications with many passages at once', async () => {
      const store = await open();
      const contents = Array.from({ length: 1_100 }, (_, index) =>
        contentOf(publicationOf(`${index}.md`), [`First of ${index}.`, `Second of ${index}.`]),
      );
      const { saved } = await store.save(contents);
      expect(saved).toHaveLength(1_100);
      expect(await store.list()).toHaveLength(1_100);
      expect(await store.publications(saved)).toHaveLength(1_100);
      expect(await store.passagesOf('id-1099.md')).toMatchObject([
        { text: 'First of 1099.' },
        { text: 'Second of 1099.' },
      ]);
    });

    test('replaces a changed text and never uses a passage id again', async () => {
      const store = await open();
      const publication = publicationOf('a.md');
      await store.save([contentOf(publication, ['One.', 'Two.', 'Three.'])]);
      const before = await store.passagesOf(publication.id);
      const changed = { ...publication, contentHash: 'other', title: 'New title' };
      await store.save([contentOf(changed, ['One.', 'Four.'])]);

      const after = await store.passagesOf(publication.id);
      expect(after.map(({ text }) => text)).toEqual(['One.', 'Four.']);
      expect(await store.get(publication.id)).toEqual(changed);
      expect((await store.text(publication.id))?.text).toBe('One.\n\nFour.');
      const largest = Math.max(...before.map(({ id }) => id));
      for (const { id } of after) expect(id).toBeGreaterThan(largest);
      expect(await store.passages(before.map(({ id }) => id))).toEqual([]);
    });

    test('keeps the passages of a publication of which only the metadata changed', async () => {
      const store = await open();
      const publication = publicationOf('a.md');
      await store.save([contentOf(publication, ['One.', 'Two.'])]);
      const before = await store.passagesOf(publication.id);
      const changed = { ...publication, audience: 'staff' as const, contentHash: 'other' };
      await store.save([contentOf(changed, ['One.', 'Two.'])]);
      expect(await store.passagesOf(publication.id)).toEqual(before);
      expect(await store.get(publication.id)).toEqual(changed);
    });

    test('keeps the time at which a publication was first added', async () => {
      const store = await open();
      await store.save([contentOf(publicationOf('a.md', { addedAt: 1 }), ['One.'])]);
      await store.save([contentOf(publicationOf('a.md', { addedAt: 2 }), ['Two.'])]);
      expect(await store.get('id-a.md')).toMatchObject({ addedAt: 1 });
    });

    test('lists by title, narrowed by kind, status, audience and retirement', async () => {
      const store = await open();
      await store.save([
        contentOf(publicationOf('1', { title: 'beta', kind: 'policy' }), ['x']),
        contentOf(publicationOf('2', { title: 'Alpha', audience: 'staff' }), ['x']),
        contentOf(publicationOf('3', { title: 'Part 10', status: 'retracted' }), ['x']),
        contentOf(publicationOf('4', { title: 'part 9', audience: 'group:board' }), ['x']),
      ]);
      await store.retire(['id-1'], 'person', 5);
      const titles = async (...filter: Parameters<LibraryStore['list']>): Promise<string[]> =>
        (await store.list(...filter)).map(({ title }) => title);

      expect(await titles()).toEqual(['Alpha', 'part 9', 'Part 10']);
      expect(await titles({ retired: 'any' })).toEqual(['Alpha', 'beta', 'part 9', 'Part 10']);
      expect(await titles({ retired: true })).toEqual(['beta']);
      expect(await titles({ kinds: ['policy'], retired: 'any' })).toEqual(['beta']);
      expect(await titles({ kinds: ['policy'] })).toEqual([]);
      expect(await titles({ statuses: ['retracted'] })).toEqual(['Part 10']);
      expect(await titles({ audiences: ['staff', 'group:board'] })).toEqual(['Alpha', 'part 9']);
      expect(await titles({ audiences: [] })).toEqual([]);
    });

    test('knows where a publication came from', async () => {
      const store = await open();
      const origin = { folder: '/library', readWith: '1/members/' };
      await store.save([
        contentOf(publicationOf('a'), ['One.'], { origin }),
        contentOf(publicationOf('b'), ['Two.']),
      ]);
      expect(await store.sourceStates()).toEqual([
        {
          id: 'id-a',
          source: 'a',
          title: 'a',
          link: 'https://example.org/a?b=c',
          contentHash: 'hash-of-a',
          addedAt: 1_700_000_000_000,
          retiredAt: null,
          retiredBy: null,
          origin,
        },
        expect.objectContaining({ source: 'b', origin: null }),
      ]);
    });
  });
}
