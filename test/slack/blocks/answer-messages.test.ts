import { describe, expect, test } from 'vitest';
import type { Answered } from '../../../src/answering/index.ts';
import type { Publication } from '../../../src/library/index.ts';
import {
  answerMessages,
  claimBlocks,
  closingBlocks,
} from '../../../src/slack/blocks/answer-messages.ts';
import { describePublication } from '../../../src/slack/blocks/describe-publication.ts';
import { samplePublication } from '../../fakes/sample-publication.ts';
import { type MarkupBlock, textsOf } from './texts-of.ts';

const messagesOf = (given: Answered, notes: readonly string[] = []) =>
  answerMessages({ id: 'exchange-1', answer: given }, notes);

const claim = (text: string, citations: number[]) => ({ text, citations, quotes: [] });

function answer(publications: Partial<Publication>[], pages: number[][] = []): Answered {
  return {
    kind: 'answer',
    composer: 'extractive',
    disagreements: [],
    claims: [
      claim('One thing.', [1]),
      claim(
        'Another.',
        publications.map((_, index) => index + 1),
      ),
    ],
    sources: publications.map((publication, index) => ({
      number: index + 1,
      publication: samplePublication(publication),
      heading: 'Outcomes',
      pages: pages[index] ?? [],
    })),
  };
}

function sourceLine(publication: Partial<Publication>, pages: number[] = []): string {
  const [message] = messagesOf(answer([publication], [pages]));
  return textsOf(message?.blocks ?? []).at(-1) ?? '';
}

describe('an answer', () => {
  test('is its claims with their citations, then its sources', () => {
    const messages = messagesOf(answer([{}, { title: 'Shared clinics' }]), ['A note.']);
    expect(messages).toHaveLength(1);
    expect(textsOf(messages[0]?.blocks ?? [])).toEqual([
      'One thing. [1]',
      'Another. [1] [2]',
      '*Sources*',
      '[1] Common values · statement · October 2014 · section “Outcomes”',
      '[2] Shared clinics · statement · October 2014 · section “Outcomes”',
      'A note.',
    ]);
  });

  test('reads well where blocks are not shown, the answer first', () => {
    const [message] = messagesOf(answer([{ link: 'https://a.example/' }]));
    expect(message?.text).toBe(
      'One thing. [1]\nAnother. [1]\nSources:\n[1] Common values, statement, October 2014, section “Outcomes”.',
    );
  });

  test('never lets Slack make mentions or links of names and addresses', () => {
    const [message] = messagesOf(answer([{}]));
    for (const block of (message?.blocks ?? []) as MarkupBlock[]) {
      for (const text of [block.text, ...(block.elements ?? [])]) {
        if (text !== undefined && 'text' in text) expect(text.verbatim).toBe(true);
      }
    }
  });

  test('that is long goes on in further messages, its sources in the last', () => {
    const claims = Array.from({ length: 30 }, (_, index) =>
      claim(`${index} ${'word '.repeat(180)}`, [1]),
    );
    const messages = messagesOf({ ...answer([{}]), claims });
    expect(messages.length).toBeGreaterThan(1);
    const shown = messages.map(({ blocks }) => textsOf(blocks).join('\n'));
    expect(shown.filter((text) => text.includes('*Sources*'))).toEqual([shown.at(-1)]);
    for (let index = 0; index < 30; index += 1) expect(shown.join('\n')).toContain(`${index} word`);
  });

  test('that goes on says so at the end and at the beginning, its buttons on the last part', () => {
    const claims = Array.from({ length: 30 }, () => claim('word '.repeat(180), [1]));
    const messages = messagesOf({ ...answer([{}]), claims });
    const shown = messages.map(({ blocks }) => textsOf(blocks));
    expect(shown.slice(0, -1).map((texts) => texts.at(-1))).toEqual(
      shown.slice(0, -1).map(() => '_Continued in the next message_'),
    );
    expect(shown.slice(1).map((texts) => texts[0])).toEqual(
      shown.slice(1).map(() => '_Continued_'),
    );
    expect(messages.at(-1)?.text).toMatch(/^Continued:\n/);
    expect(messages[0]?.text).toMatch(/\nContinued in the next message\.$/);
    const withButtons = messages.map(({ blocks }) =>
      JSON.stringify(blocks).includes('give-feedback'),
    );
    expect(withButtons.filter(Boolean)).toEqual([withButtons.at(-1)]);
  });

  test('is put together of the blocks of its claims and those that close it', () => {
    const given = answer([{}, { title: 'Shared clinics' }]);
    const [message] = messagesOf(given, ['A note.']);
    expect([
      ...given.claims.flatMap((one) => claimBlocks(one, given.sources)),
      ...closingBlocks({ id: 'exchange-1', answer: given }, ['A note.']),
    ]).toEqual(message?.blocks);
  });

  test('says where its sources disagree, once, after the claims and before the sources', () => {
    const disagreements = [
      { claims: [0, 1] as [number, number], newer: 1, ranksHigher: 1 },
      { claims: [0, 1] as [number, number], newer: 1, ranksHigher: 1 },
    ];
    const given: Answered = {
      ...answer([
        { kind: 'case-study', date: '2021', status: 'superseded' },
        { kind: 'policy', date: '2024-03' },
      ]),
      claims: [claim('One thing.', [1]), claim('Another.', [2])],
      disagreements,
    };
    const [message] = messagesOf(given);
    expect(textsOf(message?.blocks ?? []).slice(0, 4)).toEqual([
      'One thing. [1, ⚠ superseded]',
      'Another. [2]',
      '*Sources disagree.* [1] (case study, 2021, ⚠ superseded) and [2] (policy, March 2024) say different things. [2] is newer, and a policy ranks above a case study.',
      '*Sources*',
    ]);
    expect(message?.text).toContain(
      'Another. [2]\nSources disagree. [1] (case study, 2021, superseded) and [2] (policy, March 2024) say different things. [2] is newer, and a policy ranks above a case study.\nSources:',
    );
    expect(closingBlocks({ id: 'exchange-1', answer: given }, [])).toEqual(
      message?.blocks.slice(2),
    );
  });

  test('asks what people think of it', () => {
    const [message] = messagesOf(answer([{}]));
    expect(message?.blocks.at(-1)).toMatchObject({
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          positive_button: { value: 'exchange-1:helpful' },
          negative_button: { value: 'exchange-1:not-helpful' },
        },
      ],
    });
  });
});

describe('a source', () => {
  test.each<[string, Partial<Publication>, number[], string]>([
    ['page', { format: 'pdf' }, [3], 'p. 3'],
    ['pages', { format: 'pdf' }, [3, 5], 'pp. 3, 5'],
    ['slide', { format: 'pptx' }, [2], 'slide 2'],
    [
      'printed page',
      { format: 'pdf', pageLabels: ['i', 'ii', '1'] },
      [2, 3],
      'pp. ii (page 2 of the file), 1 (page 3 of the file)',
    ],
    ['many pages', { format: 'pdf' }, [1, 2, 3, 4, 5, 6, 7, 8, 9], 'pp. 1, 2, 3, 4, 5, 6, 7, 8 …'],
  ])('names its %s', (_name, publication, pages, expected) => {
    expect(sourceLine(publication, pages)).toBe(
      `[1] Common values · statement · October 2014 · ${expected}`,
    );
  });

  test('links only to its own address, and shows where that leads', () => {
    expect(sourceLine({ link: 'https://www.library.example/a?b=1&c=2' })).toContain(
      '<https://www.library.example/a?b=1&amp;c=2|Common values> (www.library.example)',
    );
  });

  test.each([
    'javascript:alert(1)',
    'https://user@a.example/',
    'https://a.example/<!channel>',
    'a.example',
    `https://a.example/${'x'.repeat(1_500)}`,
  ])('does not link to %s', (link) => {
    expect(sourceLine({ link })).toMatch(/^\[1\] Common values · statement/);
  });

  test('that no longer stands says so, and so does every claim that cites it', () => {
    const messages = messagesOf(
      answer([{ status: 'retracted' }, { status: 'superseded', supersededBy: 'Values 2020' }]),
    );
    const shown = textsOf(messages[0]?.blocks ?? []);
    expect(shown[1]).toBe('Another. [1, ⚠ retracted] [2, ⚠ superseded]');
    expect(shown[3]).toMatch(/⚠ \*Retracted\*$/);
    expect(shown[4]).toMatch(/⚠ \*Superseded by Values 2020\*$/);
    expect(messages[0]?.text).toContain('Another. [1, retracted] [2, superseded]');
    expect(messages[0]?.text).toContain('section “Outcomes”, superseded by Values 2020.');
    expect(messages[0]?.text).not.toContain('⚠');
  });

  test('has a button that shows its quotes, told apart by number and title', () => {
    const [message] = messagesOf(answer([{}, { title: `Clinics & ${'care '.repeat(40)}` }]));
    const buttons = ((message?.blocks ?? []) as MarkupBlock[]).flatMap(({ accessory }) =>
      accessory === undefined ? [] : [accessory],
    );
    expect(buttons.map(({ action_id, value }) => [action_id, value])).toEqual([
      ['show-quote-1', 'exchange-1:1'],
      ['show-quote-2', 'exchange-1:2'],
    ]);
    expect(buttons[0]?.accessibility_label).toBe('Show quote for source 1, Common values');
    expect(buttons[1]?.accessibility_label).toMatch(/^Show quote for source 2, Clinics and care/);
    expect(buttons[1]?.accessibility_label.length).toBeLessThanOrEqual(75);
  });

  test('that is made up as a sample says so', () => {
    expect(sourceLine({ illustrative: true })).toMatch(/_illustrative example_$/);
  });

  test.each([
    ['2014', '2014'],
    ['2014-10', 'October 2014'],
    ['2014-10-06', '6 October 2014'],
    ['2014-13', '2014-13'],
  ])('is dated %s → %s', (date, shown) => {
    expect(sourceLine({ date })).toContain(` · ${shown} · `);
  });

  test('breaks no line within a date, a page or a mark, nor before a dot', () => {
    const publication = samplePublication({ date: '2014-10-06', status: 'retracted' });
    const place = { heading: null, pages: [3] };
    expect(describePublication(publication, place).shown.mrkdwn).toBe(
      'Common values\u00a0· statement\u00a0· 6\u00a0October\u00a02014\u00a0· p.\u00a03\u00a0· ⚠ *Retracted*',
    );
    const [message] = messagesOf(answer([{ status: 'retracted' }, {}]));
    expect(JSON.stringify(message?.blocks)).toContain('[1,\u00a0⚠\u00a0retracted] [2]');
  });

  test('without a date names none', () => {
    expect(sourceLine({ date: null })).toBe('[1] Common values · statement · section “Outcomes”');
  });
});
