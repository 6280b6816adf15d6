import { describe, expect, it } from 'vitest';
import { maximumBlocksSize, measureBlocks } from '../../src/playground/blocks/measure-blocks.ts';
import { type Surface, validateBlocks } from '../../src/playground/blocks/validate-blocks.ts';

const x = (length: number): string => 'x'.repeat(length);
const many = <Item>(count: number, item: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => item(index));
const plain = (length = 5) => ({ type: 'plain_text', text: x(length) });
const mrkdwn = (length = 5) => ({ type: 'mrkdwn', text: x(length) });
const button = (more: object = {}) => ({ type: 'button', text: plain(), ...more });
const option = (value = 'a') => ({ text: plain(), value });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const menu = (more: object = {}) => ({ type: 'static_select', options: [option()], ...more });
const image = { type: 'image', image_url: 'https://example.org/a.png', alt_text: 'a' };
const input = (more: object = {}) => ({
  type: 'input',
  label: plain(),
  element: { type: 'plain_text_input' },
  ...more,
});
const cell = { type: 'raw_text', text: 'a' };
const feedback = (more: object = {}) => ({
  type: 'feedback_buttons',
  positive_button: { text: plain(), value: 'good' },
  negative_button: { text: plain(), value: 'bad' },
  ...more,
});
const url = (length: number): string => `https://example.org/${x(length - 20)}`;

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

const invalid: [what: string, blocks: unknown, problem: string][] = [
  ['no list', 'text', 'must be an array [json-pointer:/blocks]'],
  [
    'an unknown block',
    [{ type: 'marquee' }],
    'unsupported type: marquee [json-pointer:/blocks/0/type]',
  ],
  ['a block without type', [{}], 'missing required field: type [json-pointer:/blocks/0]'],
  [
    'an element where it does not belong',
    [actions({ type: 'image', image_url: 'https://example.org/a.png', alt_text: 'a' })],
    'unsupported type: image [json-pointer:/blocks/0/elements/0/type]',
  ],
  [
    'a property that does not exist',
    [{ type: 'divider', colour: 'red' }],
    'invalid additional property: colour [json-pointer:/blocks/0]',
  ],
  [
    'a header of mrkdwn',
    [{ type: 'header', text: mrkdwn() }],
    'must be a plain_text object [json-pointer:/blocks/0/text/type]',
  ],
  [
    'an empty text',
    [{ type: 'section', text: { type: 'mrkdwn', text: '' } }],
    'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'a section without text and fields',
    [{ type: 'section' }],
    'must define either text or fields [json-pointer:/blocks/0]',
  ],
  [
    'an image without alt_text',
    [{ type: 'image', image_url: 'https://example.org/a.png' }],
    'missing required field: alt_text [json-pointer:/blocks/0]',
  ],
  [
    'an image without a picture',
    [{ type: 'image', alt_text: 'a' }],
    'must define either image_url or slack_file [json-pointer:/blocks/0]',
  ],
  [
    'an address that is none',
    [actions(button({ url: 'javascript:alert(1)' }))],
    'must be a valid URL [json-pointer:/blocks/0/elements/0/url]',
  ],
  [
    'the same block_id twice',
    many(2, () => ({ type: 'divider', block_id: 'a' })),
    'block_id must be unique: a [json-pointer:/blocks/1/block_id]',
  ],
  [
    'the same action_id twice in a block',
    [actions(button({ action_id: 'a' }), button({ action_id: 'a' }))],
    'action_id must be unique: a [json-pointer:/blocks/0]',
  ],
  [
    'a menu with options and groups',
    [actions(menu({ option_groups: [{ label: plain(), options: [option()] }] }))],
    'must define either options or option_groups [json-pointer:/blocks/0/elements/0]',
  ],
  [
    'no elements',
    [{ type: 'actions', elements: [] }],
    'must have at least 1 item [json-pointer:/blocks/0/elements]',
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

describe('rules of blocks', () => {
  it.each(invalid)('refuses %s', (_, blocks, problem) => {
    expect(validateBlocks(blocks, 'message')).toEqual([problem]);
  });

  it('takes one of every kind', () => {
    const richText = {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'See ', style: { bold: true } },
            { type: 'link', url: 'https://example.org', text: 'this' },
            { type: 'user', user_id: 'U1' },
            { type: 'emoji', name: 'wave' },
          ],
        },
        {
          type: 'rich_text_list',
          style: 'bullet',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'a' }] }],
        },
        { type: 'rich_text_quote', elements: [{ type: 'text', text: 'a' }] },
        { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'a' }] },
      ],
    };
    const blocks = [
      { type: 'header', text: plain() },
      { type: 'section', text: mrkdwn(), accessory: button({ style: 'danger' }) },
      { type: 'section', text: mrkdwn(), accessory: { type: 'datepicker' }, expand: true },
      { type: 'context', elements: [image, mrkdwn(), plain()] },
      { type: 'divider' },
      { type: 'markdown', text: '**a**' },
      { type: 'table', rows: [[cell, richText]], column_settings: [{ align: 'right' }, null] },
      image,
      richText,
      actions(button(), menu(), { type: 'checkboxes', options: [option()] }),
      { type: 'context_actions', elements: [feedback({ action_id: 'a' })] },
      input(),
      { type: 'alert', text: mrkdwn(), level: 'warning' },
    ];
    expect(validateBlocks(blocks, 'message')).toEqual([]);
  });

  it('keeps to what each surface shows', () => {
    const file = input({ element: { type: 'file_input' } });
    expect(validateBlocks([file], 'modal')).toEqual([]);
    expect(validateBlocks([file], 'message')).toHaveLength(1);
    expect(validateBlocks([{ type: 'markdown', text: 'a' }], 'home')).toHaveLength(1);
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
