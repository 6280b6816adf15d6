/** Every block and element that a message may hold, as an app would post them. */

export const plain = (text: string) => ({ type: 'plain_text', text });
export const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const option = (text: string, more: object = {}) => ({
  text: plain(text),
  value: text.toLowerCase(),
  ...more,
});
const confirm = {
  title: plain('Delete the notice?'),
  text: mrkdwn('It is *gone* afterwards.'),
  confirm: plain('Delete it'),
  deny: plain('Keep it'),
  style: 'danger',
};
const richText = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});
const run = (text: string, style: object = {}) => ({ type: 'text', text, style });
const item = (text: string) => ({ type: 'rich_text_section', elements: [run(text)] });

/** @param me id of whoever reads it. */
export const contentBlocks = (me: string) => [
  { type: 'header', text: plain('Shared clinics :hospital: 10:30:45') },
  {
    type: 'section',
    text: mrkdwn(
      [
        `*Bold*, _italic_, ~struck~, \`code\` and <https://example.org/a?b=1&amp;c=2|a link> for <@${me}>`,
        '# no heading, 2 * 3 * 4, LBKS, snake_case_word, <b>no HTML</b> &lt;i&gt;',
        '<javascript:alert(1)|a trap> <!here> <!subteam^S404|@experts> :nope: :+1:',
        '> a quote',
        '```let x = 1;```',
        'On <!date^1700000000^{date_long} at {time}|some day>, see https://example.org/bare.',
      ].join('\n'),
    ),
  },
  {
    type: 'section',
    fields: [mrkdwn('*When*\n3 March 2026'), mrkdwn('*Where*\nTown hall'), plain('*literal*')],
  },
  { type: 'divider' },
  {
    type: 'context',
    elements: [
      mrkdwn('*3* sources'),
      { type: 'image', image_url: 'https://example.org/i.png', alt_text: 'A small badge' },
      plain('checked today'),
    ],
  },
  {
    type: 'image',
    image_url: 'https://example.org/chart.png',
    alt_text: 'Waiting times by month',
    title: plain('Figure 1'),
  },
  {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          run('rich and bold', { bold: true }),
          run(' and '),
          { type: 'link', url: 'https://example.org/rich', text: 'rich link' },
          { type: 'emoji', name: 'wave', unicode: '1f44b' },
          { type: 'color', value: '#14625f' },
          { type: 'date', timestamp: 1700000000, format: '{date_short}', fallback: 'then' },
        ],
      },
      { type: 'rich_text_list', style: 'ordered', elements: [item('first step')] },
      { type: 'rich_text_list', style: 'bullet', indent: 1, elements: [item('a detail')] },
      { type: 'rich_text_list', style: 'ordered', elements: [item('second step')] },
      { type: 'rich_text_quote', elements: [run('a rich quote')] },
      { type: 'rich_text_preformatted', elements: [run('rich code')] },
    ],
  },
];

export const reportBlocks = [
  {
    type: 'markdown',
    text: [
      '## Markdown heading',
      'Text with **strong** words, <script>alert(1)</script> and [a page](https://example.org/md).',
      '',
      '- a point',
      '  - below it',
      '- [x] done item',
      '',
      '| Year | Places |',
      '|---|--:|',
      '| 2024 | 12 |',
      '',
      '![a chart](https://example.org/x.png) [bad](javascript:alert(1))',
    ].join('\n'),
  },
  {
    type: 'table',
    column_settings: [{ is_wrapped: true }, { align: 'right' }],
    rows: [
      [
        { type: 'raw_text', text: 'Paper' },
        { type: 'raw_text', text: 'Pages' },
      ],
      [richText('Common values'), { type: 'raw_number', value: 12, text: '12' }],
    ],
  },
  { type: 'alert', level: 'warning', text: mrkdwn('This paper was *superseded*.') },
  { type: 'alert', level: 'error', text: plain('The library is away.') },
  { type: 'alert', level: 'success', text: plain('Saved.') },
  { type: 'alert', level: 'info', text: plain('Two papers are new.') },
  {
    type: 'plan',
    title: 'Answering',
    tasks: [
      {
        type: 'task_card',
        task_id: 'search',
        title: 'Searching 24 publications',
        status: 'complete',
        details: richText('Twelve passages'),
        sources: [{ type: 'url', url: 'https://example.org/source', text: 'Common values' }],
      },
      { type: 'task_card', task_id: 'check', title: 'Checking quotes', status: 'in_progress' },
      { type: 'task_card', task_id: 'write', title: 'Writing', status: 'pending' },
    ],
  },
  { type: 'task_card', task_id: 'failed', title: 'Reading a scan', status: 'error' },
];

export const actionBlocks = [
  {
    type: 'actions',
    block_id: 'buttons',
    elements: [
      { type: 'button', action_id: 'plain', text: plain('Show quote'), value: 'q1' },
      { type: 'button', action_id: 'primary', text: plain('Going'), style: 'primary' },
      { type: 'button', action_id: 'danger', text: plain('Delete'), style: 'danger', confirm },
      {
        type: 'button',
        action_id: 'link',
        text: plain('Open the paper'),
        url: 'https://example.org/paper',
        accessibility_label: 'Open the paper Common values',
      },
      {
        type: 'overflow',
        action_id: 'more',
        options: [option('Mute'), option('Help', { url: 'https://example.org/help' })],
      },
    ],
  },
  {
    type: 'section',
    block_id: 'accessory',
    text: mrkdwn('Which *role* do you have?'),
    accessory: {
      type: 'static_select',
      action_id: 'role',
      placeholder: plain('Choose a role'),
      option_groups: [
        { label: plain('Clinical'), options: [option('Nurse'), option('Doctor')] },
        { label: plain('Other'), options: [option('Manager')] },
      ],
    },
  },
  {
    type: 'actions',
    block_id: 'pickers',
    elements: [
      { type: 'datepicker', action_id: 'day', initial_date: '2026-03-03' },
      { type: 'timepicker', action_id: 'time', initial_time: '14:30' },
      { type: 'datetimepicker', action_id: 'moment', initial_date_time: 1774771200 },
      { type: 'users_select', action_id: 'person', placeholder: plain('A person') },
      {
        type: 'multi_static_select',
        action_id: 'topics',
        placeholder: plain('Topics'),
        options: [option('Waiting'), option('Referral')],
        initial_options: [option('Waiting')],
      },
      {
        type: 'checkboxes',
        action_id: 'boxes',
        options: [option('Email', { description: mrkdwn('once a *week*') }), option('Phone')],
      },
      {
        type: 'radio_buttons',
        action_id: 'radios',
        options: [option('Yes'), option('No')],
        initial_option: option('No'),
      },
    ],
  },
  {
    type: 'context_actions',
    block_id: 'feedback',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'helpful',
        positive_button: { text: plain('Helpful'), value: 'good' },
        negative_button: { text: plain('Not helpful'), value: 'bad' },
      },
      { type: 'icon_button', action_id: 'bin', icon: 'trash', text: plain('Discard'), value: 'b' },
    ],
  },
];
