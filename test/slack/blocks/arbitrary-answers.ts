import fc from 'fast-check';
import type {
  Abstention,
  Answered,
  Claim,
  Disagreement,
  Source,
} from '../../../src/answering/index.ts';
import { documentFormats, type Publication, publicationKinds } from '../../../src/library/index.ts';
import { samplePublication } from '../../fakes/sample-publication.ts';

/** What somebody might plant in a document to call people or to lead them elsewhere. */
const hostile = fc.constantFrom(
  '<!channel>',
  '<!here|here>',
  '<!everyone>',
  '<!subteam^S0LEADS0000|@leads>',
  '<!date^1392734382^{date}|x>',
  '<@U0AMIRA0000>',
  '<#C0GENERAL00|general>',
  '<https://evil.example/?q=secret|click>',
  '<http://evil.example>',
  'https://evil.example/path',
  'https:\u202e//evil.example/hidden',
  '<mailto:a@evil.example|mail>',
  '&lt;!channel&gt;',
  '&amp;',
  '*bold* _it_ ~no~ `code` ```\n> quote',
  '|',
  '>',
  '\u0000\u0007\u202e\u2066',
  '\ud800',
  '😀👩‍⚕️',
  '@channel @here #general',
  '\n\n\n',
);

/** Any text, hostile pieces in it, up to some thousand characters long. */
export const anyText = fc
  .array(fc.oneof(hostile, fc.string({ unit: 'grapheme', maxLength: 40 }), fc.lorem()), {
    maxLength: 12,
  })
  .chain((parts) =>
    fc.constantFrom(1, 1, 1, 40).map((times) => Array(times).fill(parts.join(' ')).join(' ')),
  );

const anyLink = fc.option(
  fc.oneof(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    hostile,
    fc.constantFrom(
      'javascript:alert(1)',
      'https://a.example/|<!channel>',
      'https://u:p@a.example/',
    ),
  ),
);

export const anyPublication: fc.Arbitrary<Publication> = fc
  .record({
    id: fc.string({ minLength: 1 }),
    title: anyText,
    date: fc.option(fc.oneof(fc.constantFrom('2014', '2014-10', '2014-10-06', '2014-99'), anyText)),
    kind: fc.constantFrom(...publicationKinds),
    format: fc.constantFrom(...documentFormats),
    link: anyLink,
    status: fc.constantFrom('current' as const, 'superseded' as const, 'retracted' as const),
    supersededBy: fc.option(anyText),
    illustrative: fc.boolean(),
    pageLabels: fc.option(fc.array(anyText, { maxLength: 5 })),
  })
  .map(samplePublication);

const anyPages = fc.uniqueArray(fc.integer({ min: 1, max: 900 }), { maxLength: 30 });

const anyDisagreement = fc
  .record({
    claims: fc.tuple(fc.nat(9), fc.nat(9)),
    newer: fc.constantFrom(0, 1, null),
    ranksHigher: fc.constantFrom(0, 1, null),
  })
  .map(({ claims, newer, ranksHigher }): Disagreement => {
    const at = (side: number | null) => (side === null ? null : (claims[side] ?? null));
    return { claims, newer: at(newer), ranksHigher: at(ranksHigher) };
  });

export const anyAnswer: fc.Arbitrary<Answered> = fc
  .record({
    claims: fc.array(
      fc.record({
        text: anyText,
        citations: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 60 }),
      }),
      { minLength: 1, maxLength: 40 },
    ),
    sources: fc.array(
      fc.record({ publication: anyPublication, heading: fc.option(anyText), pages: anyPages }),
      { minLength: 1, maxLength: 60 },
    ),
    disagreements: fc.array(anyDisagreement, { maxLength: 3 }),
  })
  .map(({ claims, sources, disagreements }) => ({
    kind: 'answer',
    composer: 'extractive',
    disagreements,
    claims: claims.map((claim): Claim => ({ ...claim, quotes: [] })),
    sources: sources.map((source, index): Source => ({ ...source, number: index + 1 })),
  }));

export const anyAbstention: fc.Arbitrary<Abstention> = fc.record({
  kind: fc.constant('abstention' as const),
  reason: fc.constantFrom(
    'library-empty' as const,
    'nothing-relevant' as const,
    'evidence-too-weak' as const,
    'no-question' as const,
  ),
  nearest: fc.array(
    fc.record({
      publication: anyPublication,
      heading: fc.option(anyText),
      page: fc.option(fc.integer({ min: 1, max: 900 })),
    }),
    { maxLength: 3 },
  ),
});
