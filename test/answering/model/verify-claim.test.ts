import { describe, expect, test } from 'vitest';
import type { ClaimVerification } from '../../../src/answering/model/verified-claim.ts';
import { verifyClaim } from '../../../src/answering/model/verify-claim.ts';
import { scriptPassages } from '../scripted-search.ts';
import { type Distorted, distortedClaims } from './distorted-claims.ts';
import { moreParaphrases } from './more-paraphrases.ts';
import { honestParaphrases, type Paraphrase, unrelatedClaims } from './paraphrases.ts';
import { unseenDistorted } from './unseen-distorted-claims.ts';
import { unseenHonest } from './unseen-honest-claims.ts';

const quote = 'Every patient has one named coordinator from the day of admission.';
const passages = [
  {
    text: `# Discharge\n${quote} The plan is not final before the GP agrees. In 2023 the fall was 19%.`,
    publication: { id: 'policy', title: 'Discharge policy of Valley District' },
  },
  {
    text: 'Nurses of the Foundation Trust Network visit within 72 hours. Care is planned with carers. The notes are kept for eight years.',
    publication: { id: 'paper', title: 'Visits at home' },
  },
  {
    text: 'The notes are kept for eight years. Each ward has one telephone.',
    publication: { id: 'guide', title: 'Guide' },
  },
];

function verify(
  text: string,
  quotes: { passage?: string; quote: string }[] = [{ quote }],
): ClaimVerification {
  const { found, texts } = scriptPassages(passages);
  const shown = new Map(found.passages.map((each, index) => [`P${index + 1}`, each]));
  const draft = { text, quotes: quotes.map((each) => ({ passage: 'P1', ...each })) };
  return verifyClaim(draft, shown, texts);
}

const codeOf = (checked: ClaimVerification): string =>
  'failure' in checked ? checked.failure.code : 'verified';

describe('a claim of a model', () => {
  test('comes with its quotes as they stand in their publications', () => {
    const checked = verify('Every patient has a named coordinator.', [
      { quote: 'every patient'.replace('e', 'E').concat('  has one named coordinator') },
      { passage: 'P2', quote: 'Care is planned with carers.' },
      { passage: 'P1', quote: 'Every patient has one named coordinator' },
    ]);
    if ('failure' in checked) throw new Error(checked.failure.problem);
    const { quotes, publications } = checked.claim;
    expect(quotes.map(({ text }) => text)).toEqual([
      'Every patient has one named coordinator',
      'Care is planned with carers.',
    ]);
    expect(quotes[0]).toMatchObject({
      publicationId: 'policy',
      passageId: 1,
      headingPath: ['# Discharge'],
      ranges: [{ start: 12, end: 51 }],
    });
    expect(publications.map(({ id }) => id)).toEqual(['policy', 'paper']);
  });

  test('cites the one other passage that holds the quote', () => {
    const checked = verify('Each ward has one telephone.', [
      { passage: 'P7', quote: 'Each ward has one telephone.' },
    ]);
    expect(checked).toMatchObject({ claim: { publications: [{ id: 'guide' }] } });
  });

  test('may not leave open which of several passages it quotes', () => {
    const notes = 'The notes are kept for eight years.';
    expect(codeOf(verify(notes, [{ passage: 'P1', quote: notes }]))).toBe('ambiguous-quote');
    expect(codeOf(verify(notes, [{ passage: 'P3', quote: notes }]))).toBe('verified');
  });

  test.each([
    ['no-quote', []],
    ['short-quote', [{ quote: 'the day' }]],
    ['quote-not-found', [{ quote: 'Every patient has two named coordinators' }]],
    ['quote-not-found', [{ quote }, { passage: 'P9', quote: 'Nothing of this was ever said' }]],
    ['misleading-quote', [{ quote: 'atient has one named coordinator' }]],
    ['misleading-quote', [{ quote: 'from the day of admission … Every patient has one' }]],
    ['misleading-quote', [{ quote: 'The plan is … final before the GP agrees.' }]],
  ])('fails for its quotes: %s', (code, quotes) => {
    expect(codeOf(verify('Every patient has one coordinator.', quotes))).toBe(code);
  });

  test.each([
    'Every patient has one coordinator, see https://evil.example/x',
    'Every patient has one coordinator at evil.example',
    'Every patient has one coordinator at evil\u3002example',
    'Every patient has one coordinator at evil\uff0eexample',
    'Every patient has one coordinator, mailto:x',
    'Every patient has one coordinator at evil.co.uk/x',
    'Every patient has one coordinator at evil[.]com',
    'Every patient has one coordinator at evil (dot) com',
    'Every patient has one coordinator at evil . com',
    'Every patient has one coordinator, hxxps evil',
    'Every patient has one coordinator at xn--e1awd7f',
    'Every patient has one coordinator at 192.0.2.17',
    'Every patient has one coordinator at 2001:db8::1',
    'Every patient has one coordinator at evil.The.com',
    'Every patient has one coordinator, write to a@b',
    'Every patient has one coordinator <@U12345678>',
    'Every patient has one coordinator <!here>',
    'Every patient has one coordinator @here',
    'Every patient has one coordinator \uff20channel',
    'Every patient has one coordinator <#C123|general>',
    'Every patient has one coordinator #general',
    'Every patient has one coordinator &lt;!here&gt;',
    'Every patient has one [coordinator](/admin)',
    'Every patient has one coordinator [7]',
    'Every patient has one coordinator [P1].',
    '>Every patient has one coordinator',
    'Every patient has one <b>coordinator</b>',
  ])('holds no link, mention or mark: %s', (text) => {
    expect(codeOf(verify(text))).toBe('link-or-mention');
  });

  test('holds no link for want of a space between sentences', () => {
    const joined = 'Every patient has one coordinator from admission.The patient has one named.';
    expect(codeOf(verify(joined))).toBe('verified');
  });

  test.each([
    '\n',
    '\u0007',
    '\u202e',
    '\u200b',
    '\ud800',
    '\ue000',
    'a\u0300\u0300\u0300\u0300\u0300',
  ])('is one line of visible characters, without %j', (odd) => {
    expect(codeOf(verify(`Every patient ${odd} has one coordinator.`))).toBe('unreadable-text');
  });

  test.each([
    ['Every patient has two named coordinators.', 'figures'],
    ['Every patient has one named coordinator in 2019.', 'figures'],
    ['Not every patient has one named coordinator.', 'negation'],
    ['Every patient has one named coordinator at Euston.', 'unknown-name'],
    ['Every patient has one named NHS coordinator.', 'unknown-name'],
    ['Every patient has one coordinator WHO is named from admission.', 'unknown-name'],
    ['Every patient has one. Every patient has one. Every patient has one.', 'too-long'],
    ['Surgeons drink coffee in the canteen.', 'ungrounded'],
    ['The policy of the district.', 'ungrounded'],
  ])('is held to its quotes: %s', (text, code) => {
    expect(codeOf(verify(text))).toBe(code);
  });

  test.each([
    ['In Valley District, every patient has a named coordinator.', quote, 'P1'],
    [
      'The FTN has nurses who visit within 72 hours.',
      'Nurses of the Foundation Trust Network visit within 72 hours.',
      'P2',
    ],
    ['The fall was 19% (<20%?) in 2023.', 'In 2023 the fall was 19%', 'P1'],
  ])('may name what its publications name: %s', (text, own, passage) => {
    const expected = text.includes('<20%') ? 'figures' : 'verified';
    expect(codeOf(verify(text, [{ passage, quote: own }]))).toBe(expected);
  });

  test('says in one line what is wrong, for a repair', () => {
    const checked = verify('Every patient has a coordinator.', [
      { quote: 'Every “patient”\nhas one\u202e unnamed coordinator '.repeat(20) },
    ]);
    if (!('failure' in checked)) throw new Error('it passed');
    expect(checked.failure.problem).toMatch(
      /^“Every patient has one unnamed[^\n\u202e]{1,200}passage\.$/,
    );
  });
});

describe('a change', () => {
  const change = 'The share fell from 58% in 2021 to 19%.';
  const onlyPassage = scriptPassages([{ text: change }]);
  const codeFor = (text: string): string =>
    codeOf(
      verifyClaim(
        { text, quotes: [{ passage: 'P1', quote: change }] },
        new Map(onlyPassage.found.passages.map((each) => ['P1', each])),
        onlyPassage.texts,
      ),
    );

  test.each([
    ['The share fell from 58% to 19%.', 'verified'],
    ['The share was lower at 19%, after 58% in 2021.', 'verified'],
    ['The share rose from 58% to 19%.', 'direction'],
    ['The share went from 19% to 58%.', 'direction'],
    ['An increased share of 19%.', 'direction'],
  ])('goes the way it went: %s', (text, code) => {
    expect(codeFor(text)).toBe(code);
  });
});

describe('paraphrases', () => {
  const quoteOnly = (own: string): Paraphrase => ({ title: 'Report', quote: own, claim: '' });
  /** What needs more than a look at words: who does what, and what an amount is of. */
  const known: Readonly<Record<string, readonly string[]>> = {
    figures: ['The service cost \u00a3412,000 for each of the 1,840 people.'],
    names: ['Valley Council hosts the team and Northmere Hospital employs its social workers.'],
  };

  /** Verifies a text against one quote, which is all that its passage says. */
  function against(text: string, { title, quote: own }: Paraphrase): ClaimVerification {
    const { found, texts } = scriptPassages([{ text: own, publication: { title } }]);
    const shown = new Map(found.passages.map((each) => ['P1', each]));
    return verifyClaim({ text, quotes: [{ passage: 'P1', quote: own }] }, shown, texts);
  }

  test('mostly pass when they are honest; what is rejected may be repaired', () => {
    const rejected = [...honestParaphrases, ...moreParaphrases]
      .map((each) => codeOf(against(each.claim, each)))
      .filter((code) => code !== 'verified');
    // What only another sentence than the quote says, and the number of a guideline in the title.
    expect(rejected.sort()).toEqual(['figures', 'ungrounded']);
  });

  test.each(Object.keys(distortedClaims))('hardly ever pass when they are wrong: %s', (kind) => {
    const distorted = distortedClaims[kind] ?? [];
    const passed = distorted.filter(([own, claim]) => 'claim' in against(claim, quoteOnly(own)));
    expect(passed.map(([, claim]) => claim)).toEqual(known[kind] ?? []);
  });

  test('are told apart when the checks do not know them', () => {
    const isVerified = ([own, claim]: Distorted): boolean =>
      'claim' in against(claim, quoteOnly(own));
    expect(unseenHonest.filter(isVerified).length / unseenHonest.length).toBeGreaterThan(0.8);
    expect(unseenDistorted.filter(isVerified).length / unseenDistorted.length).toBeLessThan(0.1);
  });

  test('never pass when they are about nothing in the library', () => {
    const passed = honestParaphrases.flatMap((own) =>
      unrelatedClaims.filter((text) => 'claim' in against(text, own)),
    );
    expect(passed).toEqual([]);
  });

  test('hardly ever pass with the quote of another', () => {
    const foreign = honestParaphrases.flatMap((own) =>
      honestParaphrases
        .filter((other) => other.quote !== own.quote)
        .map((other) => 'claim' in against(other.claim, own)),
    );
    expect(foreign.filter(Boolean).length / foreign.length).toBeLessThan(0.002);
  });
});
