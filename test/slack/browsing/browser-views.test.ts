import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validateBlocks } from '../../../src/playground/blocks/validate-blocks.ts';
import { browseLibrary } from '../../../src/slack/browsing/browse-library.ts';
import { browserView } from '../../../src/slack/browsing/browser-view.ts';
import { detailsView } from '../../../src/slack/browsing/details-view.ts';
import { samplePublication } from '../../fakes/sample-publication.ts';
import { anyPublication, anyText } from '../blocks/arbitrary-answers.ts';

const blocksOf = (view: object): unknown => ('blocks' in view ? view.blocks : []);
/** Calls that Slack would make of what a document says. */
const calls = /<[!@](?!date)/;

test('whatever there is in the library, Slack takes the views', () => {
  const id = fc.uuid();
  const publications = fc.array(
    fc.tuple(anyPublication, id).map(([one, unique]) => ({ ...one, id: unique })),
    { maxLength: 14 },
  );
  fc.assert(
    fc.property(publications, anyText, fc.nat({ max: 3 }), (readable, typed, page) => {
      const view = browserView(browseLibrary(readable, { typed, kind: null, page }));
      expect(validateBlocks(blocksOf(view), 'modal')).toEqual([]);
      expect(JSON.stringify(view)).not.toMatch(calls);
    }),
    { numRuns: 60 },
  );
});

test('whatever a publication says, Slack takes its details', () => {
  const headings = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), anyText), { maxLength: 20 });
  fc.assert(
    fc.property(anyPublication, anyText, headings, (publication, text, under) => {
      const view = detailsView(
        { ...publication, id: 'one' },
        {
          text,
          pageStarts: [],
          headings: under.map(([level, heading]) => ({ offset: 0, level, text: heading })),
        },
      );
      expect(validateBlocks(blocksOf(view), 'modal')).toEqual([]);
      expect(JSON.stringify(view)).not.toMatch(calls);
    }),
    { numRuns: 60 },
  );
});

test('details name the sections of the highest level of which there are several', () => {
  const heading = (level: number, text: string) => ({ offset: 0, level, text });
  const view = detailsView(samplePublication({ pageCount: 1, format: 'pdf' }), {
    text: 'Shared clinics shortened the wait for most patients.',
    pageStarts: [],
    headings: [heading(1, 'Title'), heading(2, 'Aims'), heading(3, 'Small'), heading(2, 'Costs')],
  });
  const shown = JSON.stringify(view);
  expect(shown).toContain('• Aims\\n• Costs');
  expect(shown).not.toContain('Small');
  expect(shown).toContain('1 page');
  expect(shown).toContain('Shared clinics shortened the wait');
});
