import { describe, expect, it } from 'vitest';
import { validateBlocks } from '../../src/playground/blocks/validate-blocks.ts';
import {
  actions,
  button,
  cell,
  feedback,
  image,
  input,
  many,
  menu,
  mrkdwn,
  option,
  plain,
} from './support/block-samples.ts';

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
    'a card that says nothing',
    [{ type: 'card', subtitle: mrkdwn() }],
    'must define one of hero_image, title, actions, body [json-pointer:/blocks/0]',
  ],
  [
    'a container without title',
    [{ type: 'container', child_blocks: [{ type: 'divider' }] }],
    'must define either title or rich_text_title [json-pointer:/blocks/0]',
  ],
  [
    'the same block_id in a container',
    [
      {
        type: 'container',
        title: plain(),
        child_blocks: many(2, () => ({ type: 'divider', block_id: 'a' })),
      },
    ],
    'block_id must be unique: a [json-pointer:/blocks/0/block_id]',
  ],
  [
    'rows of different length',
    [{ type: 'data_table', caption: 'a', rows: [[cell, cell], [cell]] }],
    'all rows must have the same number of cells [json-pointer:/blocks/0]',
  ],
  [
    'a video without https',
    [
      {
        type: 'video',
        title: plain(),
        alt_text: 'a',
        thumbnail_url: 'https://example.org/a.png',
        video_url: 'http://example.org',
      },
    ],
    'must be an https URL [json-pointer:/blocks/0/video_url]',
  ],
  [
    'a file, which only Slack adds',
    [{ type: 'file', source: 'remote', external_id: 'a' }],
    'unsupported type: file [json-pointer:/blocks/0/type]',
  ],
  [
    'no elements',
    [{ type: 'actions', elements: [] }],
    'must have at least 1 item [json-pointer:/blocks/0/elements]',
  ],
];

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
      { type: 'card', title: mrkdwn(), actions: [button()] },
      { type: 'carousel', elements: [{ type: 'card', body: mrkdwn(), hero_image: image }] },
      { type: 'container', title: plain(), child_blocks: [actions(button()), { type: 'divider' }] },
      { type: 'data_table', caption: 'a', rows: [[cell], [richText]], page_size: 10 },
      {
        type: 'video',
        title: plain(),
        alt_text: 'a',
        thumbnail_url: 'https://example.org/a.png',
        video_url: 'https://example.org/a',
      },
      actions({
        type: 'workflow_button',
        text: plain(),
        workflow: { trigger: { url: 'https://example.org/start' } },
      }),
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
