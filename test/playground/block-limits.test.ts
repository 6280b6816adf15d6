import { describe, expect, it } from 'vitest';
import { maximumBlocksSize, measureBlocks } from '../../src/playground/blocks/measure-blocks.ts';
import { type Surface, validateBlocks } from '../../src/playground/blocks/validate-blocks.ts';
import {
  actions,
  button,
  cell,
  feedback,
  image,
  many,
  menu,
  mrkdwn,
  option,
  plain,
  url,
  x,
} from './support/block-samples.ts';

/** What just fits, what is just too much, and where Slack points. */
const limits: [what: string, fits: object[], tooMuch: object[], pointer: string][] = [
  ['50 blocks', many(50, () => ({ type: 'divider' })), many(51, () => ({ type: 'divider' })), ''],
  [
    'section text of 3000',
    [{ type: 'section', text: mrkdwn(3000) }],
    [{ type: 'section', text: mrkdwn(3001) }],
    '0/text/text',
  ],
  [
    '10 section fields',
    [{ type: 'section', fields: many(10, () => mrkdwn()) }],
    [{ type: 'section', fields: many(11, () => mrkdwn()) }],
    '0/fields',
  ],
  [
    'section fields of 2000',
    [{ type: 'section', fields: [plain(2000)] }],
    [{ type: 'section', fields: [plain(2001)] }],
    '0/fields/0/text',
  ],
  [
    'header of 150',
    [{ type: 'header', text: plain(150) }],
    [{ type: 'header', text: plain(151) }],
    '0/text/text',
  ],
  [
    'button text of 75',
    [actions(button({ text: plain(75) }))],
    [actions(button({ text: plain(76) }))],
    '0/elements/0/text/text',
  ],
  [
    'button value of 2000',
    [actions(button({ value: x(2000) }))],
    [actions(button({ value: x(2001) }))],
    '0/elements/0/value',
  ],
  [
    'button address of 3000',
    [actions(button({ url: url(3000) }))],
    [actions(button({ url: url(3001) }))],
    '0/elements/0/url',
  ],
  [
    '25 actions',
    [actions(...many(25, () => button()))],
    [actions(...many(26, () => button()))],
    '0/elements',
  ],
  [
    '10 elements of a context',
    [{ type: 'context', elements: many(10, () => mrkdwn()) }],
    [{ type: 'context', elements: many(11, () => mrkdwn()) }],
    '0/elements',
  ],
  [
    '5 context actions',
    [{ type: 'context_actions', elements: many(5, () => feedback()) }],
    [{ type: 'context_actions', elements: many(6, () => feedback()) }],
    '0/elements',
  ],
  [
    'markdown of 12,000 in one block',
    [{ type: 'markdown', text: x(12_000) }],
    [{ type: 'markdown', text: x(12_001) }],
    '0/text',
  ],
  [
    'markdown of 12,000 in all',
    many(2, () => ({ type: 'markdown', text: x(6000) })),
    many(2, () => ({ type: 'markdown', text: x(6001) })),
    '',
  ],
  [
    '100 table rows',
    [{ type: 'table', rows: many(100, () => [cell]) }],
    [{ type: 'table', rows: many(101, () => [cell]) }],
    '0/rows',
  ],
  [
    '20 table cells',
    [{ type: 'table', rows: [many(20, () => cell)] }],
    [{ type: 'table', rows: [many(21, () => cell)] }],
    '0/rows/0',
  ],
  [
    'a table of 10,000',
    [{ type: 'table', rows: [many(2, () => ({ type: 'raw_text', text: x(5000) }))] }],
    [{ type: 'table', rows: [many(2, () => ({ type: 'raw_text', text: x(5001) }))] }],
    '',
  ],
  [
    'one table',
    [{ type: 'table', rows: [[cell]] }],
    many(2, () => ({ type: 'table', rows: [[cell]] })),
    '',
  ],
  [
    '100 options',
    [actions(menu({ options: many(100, (index) => option(`${index}`)) }))],
    [actions(menu({ options: many(101, (index) => option(`${index}`)) }))],
    '0/elements/0/options',
  ],
  [
    '10 blocks in a container',
    [{ type: 'container', title: plain(), child_blocks: many(10, () => ({ type: 'divider' })) }],
    [{ type: 'container', title: plain(), child_blocks: many(11, () => ({ type: 'divider' })) }],
    '0/child_blocks',
  ],
  [
    'a card title of 150',
    [{ type: 'card', title: mrkdwn(150) }],
    [{ type: 'card', title: mrkdwn(151) }],
    '0/title/text',
  ],
  [
    '10 cards in a carousel',
    [{ type: 'carousel', elements: many(10, () => ({ type: 'card', title: mrkdwn() })) }],
    [{ type: 'carousel', elements: many(11, () => ({ type: 'card', title: mrkdwn() })) }],
    '0/elements',
  ],
  [
    '101 rows of data',
    [{ type: 'data_table', caption: 'a', rows: many(101, () => [cell]) }],
    [{ type: 'data_table', caption: 'a', rows: many(102, () => [cell]) }],
    '0/rows',
  ],
  [
    '5 overflow options',
    [actions({ type: 'overflow', options: many(5, (index) => option(`${index}`)) })],
    [actions({ type: 'overflow', options: many(6, (index) => option(`${index}`)) })],
    '0/elements/0/options',
  ],
  [
    'option text of 75',
    [actions(menu({ options: [{ text: plain(75), value: 'a' }] }))],
    [actions(menu({ options: [{ text: plain(76), value: 'a' }] }))],
    '0/elements/0/options/0/text/text',
  ],
  [
    'block_id of 255',
    [{ type: 'divider', block_id: x(255) }],
    [{ type: 'divider', block_id: x(256) }],
    '0/block_id',
  ],
  [
    'action_id of 255',
    [actions(button({ action_id: x(255) }))],
    [actions(button({ action_id: x(256) }))],
    '0/elements/0/action_id',
  ],
  [
    'alt_text of 2000',
    [{ ...image, alt_text: x(2000) }],
    [{ ...image, alt_text: x(2001) }],
    '0/alt_text',
  ],
];

describe('limits of blocks', () => {
  it.each(limits)('%s', (_, fits, tooMuch, pointer) => {
    expect(validateBlocks(fits, 'message')).toEqual([]);
    const [problem, ...others] = validateBlocks(tooMuch, 'message');
    const place = pointer === '' ? '/blocks' : `/blocks/${pointer}`;
    expect(problem).toContain(`[json-pointer:${place}]`);
    expect(others).toEqual([]);
  });

  it.each<[Surface, number]>([
    ['modal', 100],
    ['home', 100],
  ])('a %s takes %i blocks', (surface, count) => {
    const divider = () => ({ type: 'divider' });
    expect(validateBlocks(many(count, divider), surface)).toEqual([]);
    expect(validateBlocks(many(count + 1, divider), surface)).toHaveLength(1);
  });
});

describe('the size of blocks in all', () => {
  it('agrees with what was reported of Slack', () => {
    expect(measureBlocks([{ type: 'markdown', text: x(12_000) }])).toBeLessThan(maximumBlocksSize);
    const withDivider = [{ type: 'markdown', text: x(100) }, { type: 'divider' }];
    expect(measureBlocks(withDivider)).toBe(225);
  });

  it('counts the text of sections, tables, buttons and pictures', () => {
    const blocks = [
      { type: 'section', text: mrkdwn(10), accessory: button({ text: plain(7) }) },
      { type: 'table', rows: [[{ type: 'raw_text', text: x(20) }]] },
      { ...image, alt_text: x(30) },
    ];
    expect(measureBlocks(blocks)).toBe(10 + 7 + 20 + 30 + 250);
  });
});
