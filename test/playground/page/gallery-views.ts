import { mrkdwn, plain } from './gallery-messages.ts';

/** Every element that a form may hold, as an app would open it. */

const option = (text: string) => ({ text: plain(text), value: text.toLowerCase() });
const input = (id: string, label: string, element: object, more: object = {}) => ({
  type: 'input',
  block_id: id,
  label: plain(label),
  element: { action_id: id, ...element },
  ...more,
});

export const formBlocks = [
  { type: 'section', text: mrkdwn('Tell us about the *session*.') },
  input('title', 'Title', { type: 'plain_text_input', max_length: 20 }, { hint: plain('Short') }),
  input('about', 'About', { type: 'plain_text_input', multiline: true }, { optional: true }),
  input('mail', 'Contact', { type: 'email_text_input' }, { optional: true }),
  input('page', 'Web page', { type: 'url_text_input' }, { optional: true }),
  input(
    'places',
    'Places',
    { type: 'number_input', is_decimal_allowed: false, min_value: '1', initial_value: '5' },
    { optional: true },
  ),
  input('day', 'Day', { type: 'datepicker', initial_date: '2026-03-03' }),
  input('time', 'Time', { type: 'timepicker', initial_time: '09:30' }),
  input('moment', 'Ends', { type: 'datetimepicker', initial_date_time: 1774771200 }),
  input('kind', 'Kind', {
    type: 'static_select',
    options: [option('Talk'), option('Workshop')],
    initial_option: option('Talk'),
  }),
  input(
    'paper',
    'Paper',
    { type: 'external_select', min_query_length: 2, placeholder: plain('Find a paper') },
    { optional: true },
  ),
  input(
    'more',
    'More papers',
    { type: 'multi_external_select', min_query_length: 1 },
    { optional: true },
  ),
  input('host', 'Host', { type: 'users_select' }, { optional: true }),
  input('guests', 'Guests', { type: 'multi_users_select' }, { optional: true }),
  input('where', 'Channel', { type: 'channels_select' }, { optional: true }),
  input('wheres', 'Channels', { type: 'multi_channels_select' }, { optional: true }),
  input('talk', 'Conversation', { type: 'conversations_select' }, { optional: true }),
  input('talks', 'Conversations', { type: 'multi_conversations_select' }, { optional: true }),
  input(
    'topics',
    'Topics',
    {
      type: 'multi_static_select',
      max_selected_items: 2,
      options: [option('Waiting'), option('Referral'), option('Costs')],
    },
    { optional: true },
  ),
  input('tell', 'Tell', { type: 'checkboxes', options: [option('Leads')] }, { optional: true }),
  input('open', 'Open to', { type: 'radio_buttons', options: [option('All'), option('Leads')] }),
  input('slides', 'Slides', { type: 'file_input', max_files: 2 }, { optional: true }),
  input('notes', 'Notes', { type: 'rich_text_input' }, { optional: true }),
];

export const formView = (more: object = {}) => ({
  type: 'modal',
  callback_id: 'session',
  title: plain('New session'),
  submit: plain('Publish'),
  close: plain('Not now'),
  blocks: formBlocks,
  ...more,
});
