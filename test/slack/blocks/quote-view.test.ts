import { describe, expect, test } from 'vitest';
import type { Publication } from '../../../src/library/index.ts';
import { quoteView, type ShownQuote } from '../../../src/slack/blocks/quote-view.ts';
import { samplePublication } from '../../fakes/sample-publication.ts';

const quote = (more: Partial<ShownQuote> = {}): ShownQuote => ({
  text: 'Outcomes count.',
  context: [{ text: 'Outcomes count.', quoted: true }],
  pages: [],
  heading: null,
  claim: 'Success is judged by outcomes.',
  ...more,
});

type Standing = Parameters<typeof quoteView>[0]['standing'];

function textOf(
  quotes: ShownQuote[],
  publication: Partial<Publication> = {},
  standing: Standing = 'live',
): string {
  const view = quoteView({
    number: 3,
    publication: samplePublication(publication),
    standing,
    quotes,
  });
  return JSON.stringify(view);
}

describe('the modal with the quotes of a source', () => {
  test('names the source, what kind it is and when it is from, and links to it', () => {
    const text = textOf([quote()], { link: 'https://library.example/a?b=1&c=2' });
    expect(text).toContain('"text":"Source 3"');
    expect(text).toContain('"type":"header"');
    expect(text).toContain('statement\u00a0· October\u00a02014');
    expect(text).toContain('"url":"https://library.example/a?b=1&c=2"');
    expect(text).toContain('Open Common values at library.example');
  });

  test.each(['javascript:alert(1)', 'https://user@a.example/', 'a.example'])(
    'has no button to %s',
    (link) => {
      expect(textOf([quote()], { link })).not.toContain('"url"');
    },
  );

  test('says of each quote where it stands and what it backs', () => {
    const text = textOf(
      [
        quote({ pages: [2, 3], heading: 'Aims', claim: 'One.' }),
        quote({ pages: [2], claim: 'Two.' }),
      ],
      { format: 'pdf', pageLabels: ['i', 'ii', '1'] },
    );
    expect(text).toContain(
      '*Quote 1 of 2, pages ii (page 2 of the file), 1 (page 3 of the file), section “Aims”*',
    );
    expect(text).toContain('*Quote 2 of 2, page ii (page 2 of the file)*');
    expect(text).toContain('Backs: “One.”');
    expect(text).toContain('Backs: “Two.”');
  });

  test('does not repeat a quote that is the claim itself', () => {
    const text = textOf([quote({ claim: 'Outcomes count.' })]);
    expect(text).toContain('These words are given as they stand.');
    expect(text.split('Outcomes count.')).toHaveLength(2);
  });

  test('says once that the publication has changed, of each quote it is true of', () => {
    const text = textOf([quote(), quote({ context: null })]);
    expect(text.split('has changed since it was quoted')).toHaveLength(2);
    expect(text.split('Outcomes count.')).toHaveLength(3);
  });

  test.each<[string, Partial<Publication>, Standing, string]>([
    ['retracted', { status: 'retracted' }, 'live', '⚠ Retracted.'],
    ['superseded', { status: 'superseded', supersededBy: 'B' }, 'live', '⚠ Superseded by B.'],
    ['retired', {}, 'retired', 'taken out of the library since it was cited'],
    ['gone', {}, 'gone', 'no longer kept in the library'],
  ])('says of a publication that it is %s', (_name, publication, standing, words) => {
    expect(textOf([quote({ context: null })], publication, standing)).toContain(words);
  });

  test('says how many quotes it leaves out', () => {
    expect(textOf(Array.from({ length: 23 }, () => quote()))).toContain('3 more quotes');
    const long = quote({ context: [{ text: 'word '.repeat(5_000), quoted: true }] });
    expect(textOf([long, long, long])).toContain('2 more quotes');
  });
});
