import { describe, expect, test } from 'vitest';
import { fitClaims } from '../../../src/summaries/model/fit-claims.ts';
import { rankClaims } from '../../../src/summaries/model/rank-claims.ts';
import type { SummaryClaim } from '../../../src/summaries/model/summary-claim.ts';
import { samplePublication } from '../../fakes/sample-publication.ts';

function claim(
  text: string,
  more: Partial<SummaryClaim> & { heading?: string } = {},
): SummaryClaim {
  const { heading = 'Results', ...rest } = more;
  const place = { publicationId: 'report', passageId: 1, ranges: [{ start: 0, end: 9 }] };
  return {
    text,
    quotes: [{ ...place, text, pageStart: 1, pageEnd: 1, headingPath: [heading] }],
    publications: [samplePublication({ id: 'report' })],
    item: 'findings',
    importance: 2,
    section: 1,
    ...rest,
  };
}
const textsOf = (claims: readonly SummaryClaim[]): string[] => claims.map(({ text }) => text);

describe('room in a summary', () => {
  test('goes to each item in turn, by what its reader wants first', () => {
    const claims = [
      claim('Nurses were asked.', { item: 'methods' }),
      claim('Falls went down.'),
      claim('Costs went down.'),
      claim('Boards should act.', { item: 'recommendations' }),
      claim('Few were asked.', { item: 'limits' }),
    ];
    const board = textsOf(rankClaims(claims, 'board'));
    expect(board.slice(0, 3)).toEqual([
      'Falls went down.',
      'Boards should act.',
      'Costs went down.',
    ]);
    const clinician = textsOf(rankClaims(claims, 'clinician'));
    expect(clinician.slice(0, 3)).toEqual([
      'Falls went down.',
      'Costs went down.',
      'Nurses were asked.',
    ]);
    expect(clinician).toHaveLength(5);
  });

  test('goes to what matters most, then to where it is summed up, then to figures', () => {
    const claims = [
      claim('Plain.'),
      claim('By 19%.'),
      claim('In the summary.', { heading: 'Executive summary' }),
      claim('Most important.', { importance: 3 }),
    ];
    expect(textsOf(rankClaims(claims, 'member'))).toEqual([
      'Most important.',
      'In the summary.',
      'By 19%.',
      'Plain.',
    ]);
  });

  test('goes to equals from all over the publication', () => {
    const claims = Array.from({ length: 20 }, (_, at) =>
      claim(`Number ${at + 1}.`, { section: at + 1 }),
    );
    const first = rankClaims(claims, 'member').slice(0, 4);
    const sections = first.map(({ section }) => section).sort((one, other) => one - other);
    expect(sections[0]).toBeLessThan(8);
    expect(sections[3]).toBeGreaterThan(13);
  });
});

describe('claims that fit', () => {
  const words = (count: number, name: string): string =>
    `${Array.from({ length: count - 1 }, (_, at) => `${name}${'abcdefghij'.charAt(at % 10)}${'klmnopqrst'.charAt(Math.floor(at / 10))}`).join(' ')} end.`;

  test('never have more words than there is room for, and at least one is given', () => {
    const claims = ['one', 'two', 'three'].map((name) => claim(words(40, name)));
    expect(fitClaims([], claims, { words: 100, reader: 'member' })).toHaveLength(2);
    expect(fitClaims([], claims, { words: 10, reader: 'member' })).toHaveLength(1);
    expect(fitClaims([], [], { words: 10, reader: 'member' })).toEqual([]);
  });

  test('are told in reading order, each once, unless another has a figure that it lacks', () => {
    const claims = [
      claim('Wards with a named coordinator had fewer falls.'),
      claim('Costs were stable.', { item: 'limits' }),
      claim('Wards with a named coordinator had fewer falls in winter.', { importance: 3 }),
      claim('Wards with a named coordinator had 19% fewer falls.'),
      claim('Wards with a named coordinator had fewer falls in Wales.'),
    ];
    expect(textsOf(fitClaims([], claims, { words: 100, reader: 'member' }))).toEqual([
      'Costs were stable.',
      'Wards with a named coordinator had fewer falls in winter.',
      'Wards with a named coordinator had 19% fewer falls.',
      'Wards with a named coordinator had fewer falls in Wales.',
    ]);
  });
});
