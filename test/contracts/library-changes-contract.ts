import { describe, expect, test } from 'vitest';
import type { LibraryStore } from '../../src/library/index.ts';
import { contentOf, publicationOf } from './library-contents.ts';

/** What every keeper of the library must honour when several change it, or take things out of use. */
export function describeLibraryChanges(name: string, open: () => Promise<LibraryStore>): void {
  describe(name, () => {
    test('leaves alone what somebody else has written meanwhile', async () => {
      const store = await open();
      const first = publicationOf('a.md', { contentHash: 'one' });
      await store.save([contentOf(first, ['One.'], { replaces: null })]);

      const lateAdd = contentOf({ ...first, contentHash: 'two' }, ['Two.'], { replaces: null });
      const other = contentOf(publicationOf('b.md'), ['Other.'], { replaces: null });
      expect(await store.save([lateAdd, other])).toEqual({
        saved: ['id-b.md'],
        overtaken: ['id-a.md'],
      });
      const lateChange = contentOf(first, ['Two.'], { replaces: 'zero' });
      expect(await store.save([lateChange])).toEqual({ saved: [], overtaken: ['id-a.md'] });
      expect((await store.text('id-a.md'))?.text).toBe('One.');

      const inTime = contentOf({ ...first, contentHash: 'two' }, ['Two.'], { replaces: 'one' });
      expect(await store.save([inTime])).toEqual({ saved: ['id-a.md'], overtaken: [] });
      expect((await store.text('id-a.md'))?.text).toBe('Two.');
    });

    test('writes all of a batch or nothing', async () => {
      const store = await open();
      const good = contentOf(publicationOf('a.md'), ['One.']);
      const [passage] = good.passages;
      const bad = contentOf(publicationOf('b.md'), ['Two.']);
      const twice = { ...bad, passages: [passage, passage].filter((one) => one !== undefined) };
      await expect(store.save([good, twice])).rejects.toMatchObject({ code: 'library-not-saved' });
      expect(await store.list()).toEqual([]);
      expect(await store.text('id-a.md')).toBeNull();
      expect(await store.revision()).toBe(0);
    });

    test('refuses a second publication of the same source', async () => {
      const store = await open();
      await store.save([contentOf(publicationOf('a.md'), ['One.'])]);
      const rival = publicationOf('a.md', { id: 'another' });
      await expect(store.save([contentOf(rival, ['Two.'])])).rejects.toMatchObject({
        code: 'publication-source-taken',
      });
    });

    test('retires and restores, once, and remembers who', async () => {
      const store = await open();
      await store.save([
        contentOf(publicationOf('a'), ['One.']),
        contentOf(publicationOf('b'), ['Two.']),
      ]);
      expect(await store.retire(['id-a', 'unknown'], 'person', 5)).toBe(1);
      expect(await store.retire(['id-a'], 'ingest', 6)).toBe(0);
      expect(await store.get('id-a')).toMatchObject({ retiredAt: 5 });
      expect(await store.passagesOf('id-a')).toHaveLength(1);
      expect(await store.sourceStates()).toMatchObject([
        { source: 'a', retiredAt: 5, retiredBy: 'person' },
        { source: 'b', retiredAt: null, retiredBy: null },
      ]);
      expect(await store.restore(['id-a', 'id-b'])).toBe(1);
      expect(await store.get('id-a')).toMatchObject({ retiredAt: null });
      expect((await store.sourceStates())[0]).toMatchObject({ retiredAt: null, retiredBy: null });
      expect(await store.retire([], 'ingest', 1)).toBe(0);
    });

    test('a saved change leaves a retired publication as retired as it says', async () => {
      const store = await open();
      const publication = publicationOf('a');
      await store.save([contentOf(publication, ['One.'])]);
      await store.retire(['id-a'], 'person', 5);
      await store.save([contentOf({ ...publication, retiredAt: 5 }, ['Two.'])]);
      expect(await store.sourceStates()).toMatchObject([{ retiredAt: 5, retiredBy: 'person' }]);
      await store.save([contentOf({ ...publication, retiredAt: null }, ['Three.'])]);
      expect(await store.sourceStates()).toMatchObject([{ retiredAt: null, retiredBy: null }]);
    });

    test('remembers the library folders as they were noted last', async () => {
      const store = await open();
      expect(await store.folders()).toEqual([]);
      await store.noteFolders(['/srv/b', '/srv/a', '/srv/a']);
      await store.noteFolders(['/srv/a', '/srv/b']);
      expect(await store.folders()).toEqual(['/srv/a', '/srv/b']);
      await store.noteFolders(['/srv/c']);
      expect(await store.folders()).toEqual(['/srv/c']);
      await store.noteFolders([]);
      expect(await store.folders()).toEqual([]);
    });

    test('remembers failures, one a source, without a new revision', async () => {
      const store = await open();
      const failure = {
        source: 'a.pdf',
        contentHash: 'one',
        readWith: '1/members/',
        code: 'file-malformed',
        reason: 'a.pdf is broken.',
      };
      await store.noteFailures([failure, { ...failure, source: 'b.pdf' }], []);
      await store.noteFailures([{ ...failure, contentHash: 'two' }], ['b.pdf', 'unknown']);
      expect(await store.failures()).toEqual([{ ...failure, contentHash: 'two' }]);
      await store.noteFailures([], ['a.pdf']);
      expect(await store.failures()).toEqual([]);
      expect(await store.revision()).toBe(0);
    });

    test('raises the revision with every change', async () => {
      const store = await open();
      const seen = [await store.revision()];
      await store.save([contentOf(publicationOf('a'), ['One.'])]);
      seen.push(await store.revision());
      await store.retire(['id-a'], 'ingest', 5);
      seen.push(await store.revision());
      await store.restore(['id-a']);
      seen.push(await store.revision());
      await store.save([contentOf(publicationOf('a'), ['Two.'])]);
      seen.push(await store.revision());
      expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
    });

    test('takes changes at the same time one after the other', async () => {
      const store = await open();
      const publication = publicationOf('a');
      await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          store.save([contentOf(publication, [`Text ${index}.`, `More ${index}.`])]),
        ),
      );
      const passages = await store.passagesOf('id-a');
      const text = await store.text('id-a');
      expect(passages.map((passage) => passage.text).join('\n\n')).toBe(text?.text);
      expect(await store.revision()).toBe(8);
    });
  });
}
