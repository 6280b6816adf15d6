import { expect, test } from 'vitest';
import { callMethod } from './support/call-method.ts';
import { connectSocketApp } from './support/socket-app.ts';
import { useLocalSlack } from './support/use-local-slack.ts';

const start = useLocalSlack();
const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value });
const menu = (id: string) => ({
  type: 'static_select',
  action_id: id,
  options: ['one', 'two'].map(option),
  initial_option: option('one'),
});
const button = { type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } };
const actions = (id: string) => ({
  type: 'actions',
  block_id: id,
  elements: [menu('size'), menu('form'), button],
});

/** Block id → action id → what was chosen there, as the last press sent it along. */
function chosenIn(payload: Record<string, unknown> | undefined): unknown {
  const { values } = (payload?.state ?? { values: {} }) as {
    values: Record<string, Record<string, { selected_option: { value: string } }>>;
  };
  return Object.fromEntries(
    Object.entries(values).map(([block, elements]) => [
      block,
      Object.fromEntries(
        Object.entries(elements).map(([id, { selected_option }]) => [id, selected_option.value]),
      ),
    ]),
  );
}

test('a press sends along what the person has chosen in the message, and nobody else’s choices', async () => {
  const slack = await start();
  const app = await connectSocketApp(slack, { acknowledges: true });
  const values = { channel: 'C0GENERAL00', text: 'a', blocks: [actions('a'), actions('b')] };
  const { body } = await callMethod(slack, 'chat.postMessage', values);
  const ts = String(body.ts);
  const pressed = () =>
    chosenIn(app.received.findLast(({ type }) => type === 'interactive')?.payload);
  const amira = slack.actAs('amira');
  await amira.choose('#general', ts, 'size', 'two', 'b');
  await amira.clickButton('#general', ts, 'go');
  expect(pressed()).toEqual({
    a: { size: 'one', form: 'one' },
    b: { size: 'two', form: 'one' },
  });
  await slack.actAs('tom').clickButton('#general', ts, 'go');
  expect(pressed()).toEqual({
    a: { size: 'one', form: 'one' },
    b: { size: 'one', form: 'one' },
  });
  await app.close();
});
