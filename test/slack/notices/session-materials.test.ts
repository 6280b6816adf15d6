import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostMaterials } from '../../../src/notices/index.ts';
import { validateBlocks } from '../../../src/playground/blocks/validate-blocks.ts';
import { readEntered } from '../../../src/slack/notices/composing/entered-values.ts';
import {
  materialsForm,
  readMaterials,
} from '../../../src/slack/notices/composing/materials-form.ts';
import { materialPieces } from '../../../src/slack/notices/session-materials.ts';

const blocksOf = (view: object): unknown => ('blocks' in view ? view.blocks : null);

test('materials are a note, links with their hosts and publications', () => {
  const pieces = materialPieces(
    { note: 'Thank you.', links: [{ title: '', url: 'https://example.org/a' }] },
    [{ title: 'Shared clinics', link: null }],
  );
  expect(pieces).toHaveLength(1);
  expect(JSON.stringify(pieces[0]?.block)).toContain(
    '*Materials*\\nThank you.\\n• <https://example.org/a|Link> (example.org)\\n• Shared clinics',
  );
  expect(pieces[0]?.text).toBe('Materials. Thank you. Link; Shared clinics.');
  expect(materialPieces({ note: ' ', links: [] }, [])).toEqual([]);
});

test('whatever they are, Slack takes them', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constant('<!channel> &'.repeat(40)));
  const link = fc.record({
    title: text,
    url: fc.constantFrom(`https://example.org/${'&'.repeat(380)}`, 'https://example.org/'),
  });
  const links = fc.array(link, { maxLength: mostMaterials.links });
  fc.assert(
    fc.property(text, links, (note, some) => {
      const pieces = materialPieces({ note, links: some }, [{ title: note, link: null }]);
      const blocks = pieces.map(({ block }) => block);
      expect(validateBlocks(blocks, 'message')).toEqual([]);
      expect(JSON.stringify(blocks)).not.toContain('<!channel>');
      const form = materialsForm('n1', { note, links: some, publications: [], edition: 1 }, []);
      expect(validateBlocks(blocksOf(form), 'modal')).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('links are read with what they are called, on either side', () => {
  const value = [
    'https://example.org/a',
    'https://example.org/b The slides',
    'Film: https://example.org/c',
    'no address',
  ];
  const entered = readEntered({
    'notice-links': { 'notice-links': { value: value.join('\n') } },
    'notice-note': { 'notice-note': { value: ' Thank you. ' } },
  });
  expect(readMaterials(entered)).toEqual({
    links: [
      { title: '', url: 'https://example.org/a' },
      { title: 'The slides', url: 'https://example.org/b' },
      { title: 'Film', url: 'https://example.org/c' },
      { title: '', url: 'no address' },
    ],
    publications: [],
    note: 'Thank you.',
  });
});
