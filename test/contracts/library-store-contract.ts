import { describe, expect, test } from 'vitest';
import type {
  LibraryStore,
  PassageDraft,
  Publication,
  PublicationContent,
} from '../../src/library/index.ts';

export function publicationOf(source: string, change: Partial<Publication> = {}): Publication {
  return {
    id: `id-${source}`,
    source,
    title: source,
    authors: ['A. Author', 'B. O’Neill'],
    date: '2014-10',
    kind: 'paper',
    audience: 'members',
    link: 'https://example.org/a?b=c',
    status: 'current',
    supersededBy: null,
    embargoedUntil: null,
    language: 'en-GB',
    illustrative: false,
    format: 'pdf',
    pageCount: 3,
    pageLabels: ['i', 'ii', '1'],
    contentHash: `hash-of-${source}`,
    addedAt: 1_700_000_000_000,
    changedAt: 1_700_000_000_000,
    retiredAt: null,
    ...change,
  };
}

/** A publication whose text is the given passages, one a page. */
export function contentOf(
  publication: Publication,
  texts: readonly string[],
  change: Partial<PublicationContent> = {},
): PublicationContent {
  let offset = 0;
  const passages = texts.map((text, ordinal): PassageDraft => {
    const characterStart = offset;
    offset += text.length + 2;
    return {
      ordinal,
      text,
      headingPath: ['Outcomes', `Part ${ordinal}`],
      pageStart: ordinal + 1,
      pageEnd: ordinal + 1,
      characterStart,
      characterEnd: characterStart + text.length,
    };
  });
  return {
    publication,
    text: {
      text: texts.join('\n\n'),
      pageStarts: passages.map(({ characterStart }, index) => ({
        page: index + 1,
        offset: characterStart,
      })),
      headings: [{ offset: 0, level: 2, text: 'Outcomes' }],
    },
    passages,
    ...change,
  };
}

/** What every keeper of the library must honour. */
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
