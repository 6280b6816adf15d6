import { expect } from 'vitest';
import type { LocalSlack } from '../../../src/playground/index.ts';
import { callMethod } from './call-method.ts';
import type { SocketApp } from './socket-app.ts';

export const plain = (text: string) => ({ type: 'plain_text', text });
export const nameInput = (more: object = {}) => ({
  type: 'input',
  block_id: 'name',
  label: plain('Name'),
  element: { type: 'plain_text_input', action_id: 'name' },
  ...more,
});
export const modal = (more: object = {}) => ({
  type: 'modal',
  title: plain('Form'),
  submit: plain('Send'),
  blocks: [nameInput()],
  ...more,
});

/** A trigger of Amira's, fresh from a shortcut. */
export async function trigger(slack: LocalSlack, app: SocketApp): Promise<string> {
  await slack.actAs('amira').globalShortcut('open');
  return String(app.received.findLast(({ type }) => type === 'interactive')?.payload.trigger_id);
}

/** Opens a modal for her; its id. */
export async function openModal(
  slack: LocalSlack,
  app: SocketApp,
  view: object = modal(),
): Promise<string> {
  const values = { trigger_id: await trigger(slack, app), view };
  const { body } = await callMethod(slack, 'views.open', values);
  expect(body).toMatchObject({ ok: true, view: { type: 'modal' } });
  return (body.view as { id: string }).id;
}
