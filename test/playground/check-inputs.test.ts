import { describe, expect, it } from 'vitest';
import { many, option } from './support/block-samples.ts';
import { modal, openModal, plain } from './support/modals.ts';
import { connectSocketApp } from './support/socket-app.ts';
import { useLocalSlack } from './support/use-local-slack.ts';

const start = useLocalSlack();

const view = (element: object, optional = false) =>
  modal({
    blocks: [
      {
        type: 'input',
        block_id: 'field',
        label: plain('Field'),
        optional,
        element: { action_id: 'field', ...element },
      },
    ],
  });

const number = { type: 'number_input', is_decimal_allowed: false, min_value: '1', max_value: '9' };
const short = { type: 'plain_text_input', min_length: 3, max_length: 5 };
const several = {
  type: 'multi_static_select',
  options: many(3, (index) => option(`${index}`)),
  max_selected_items: 2,
};

/** What is entered into what, and what Slack's own form says; null when it sends it. */
const entries: [element: object, entry: string | string[], problem: string | null][] = [
  [short, 'ab', 'Enter at least 3 characters'],
  [short, 'abcdef', 'Enter at most 5 characters'],
  [short, 'abcd', null],
  [{ type: 'email_text_input' }, 'amira at example', 'Enter an email address'],
  [{ type: 'email_text_input' }, 'amira@partnership.example', null],
  [{ type: 'url_text_input' }, 'example.org', 'Enter a URL'],
  [{ type: 'url_text_input' }, 'https://example.org', null],
  [number, 'three', 'Enter a number'],
  [number, '2.5', 'Enter a whole number'],
  [{ ...number, is_decimal_allowed: true }, '2.5', null],
  [number, '0', 'Enter 1 or more'],
  [number, '10', 'Enter 9 or less'],
  [several, ['0', '1', '2'], 'Choose at most 2'],
  [several, ['0', '1'], null],
  [several, [], 'Please complete this field'],
];

describe('a form', () => {
  it.each(entries)('with %o says to %o: %s', async (element, entry, problem) => {
    const slack = await start();
    const app = await connectSocketApp(slack, { acknowledges: true });
    await openModal(slack, app, view(element));
    const { errors, acknowledged } = await slack.actAs('amira').submitView({ field: entry });
    expect(errors).toEqual(problem === null ? {} : { field: problem });
    expect(acknowledged).toBe(problem === null);
    await app.close();
  });

  it('is sent with optional fields left empty', async () => {
    const slack = await start();
    const app = await connectSocketApp(slack, { acknowledges: true });
    await openModal(slack, app, view({ type: 'email_text_input' }, true));
    expect((await slack.actAs('amira').submitView({})).acknowledged).toBe(true);
    await app.close();
  });

  it.each<[element: object, entry: string, value: object]>([
    [
      { type: 'rich_text_input' },
      'see this',
      {
        rich_text_value: {
          type: 'rich_text',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'see this' }] }],
        },
      },
    ],
    [{ type: 'datetimepicker' }, '1800000000', { selected_date_time: 1_800_000_000 }],
    [{ type: 'datepicker' }, '2024-10-01', { selected_date: '2024-10-01' }],
    [{ type: 'users_select' }, 'U0TOM000000', { selected_user: 'U0TOM000000' }],
  ])('sends of %o what was entered in Slack’s form', async (element, entry, value) => {
    const slack = await start();
    const app = await connectSocketApp(slack, { acknowledges: true });
    await openModal(slack, app, view(element));
    await slack.actAs('amira').submitView({ field: entry });
    expect(app.received.at(-1)?.payload).toMatchObject({
      view: { state: { values: { field: { field: { ...element, ...value } } } } },
    });
    await app.close();
  });
});
