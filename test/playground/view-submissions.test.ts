import { describe, expect, it } from 'vitest';
import { createManualClock } from '../../src/playground/index.ts';
import { modal, openModal, plain } from './support/modals.ts';
import { connectSocketApp } from './support/socket-app.ts';
import { useLocalSlack } from './support/use-local-slack.ts';

const start = useLocalSlack();

describe('submitting a modal', () => {
  /** Answers the next submission with this. */
  async function submit(
    response: object | undefined,
    view: object = modal(),
    entries: Record<string, string | string[]> = { name: 'Ada' },
  ) {
    const slack = await start();
    const app = await connectSocketApp(slack, { acknowledges: true });
    await openModal(slack, app, view);
    await app.close();
    const answering = await connectSocketApp(slack);
    const submitted = slack.actAs('amira').submitView(entries);
    const [envelope] = await answering.receive(1);
    if (envelope !== undefined) answering.acknowledge(envelope, response);
    const result = await submitted;
    await answering.close();
    return { slack, result, envelope };
  }

  it('sends what was filled in, under block and action ids', async () => {
    const { result, envelope, slack } = await submit(undefined);
    expect(envelope).toMatchObject({
      type: 'interactive',
      accepts_response_payload: true,
      payload: {
        type: 'view_submission',
        user: { id: slack.actAs('amira').userId },
        view: { state: { values: { name: { name: { type: 'plain_text_input', value: 'Ada' } } } } },
      },
    });
    expect(result).toEqual({ acknowledged: true, errors: {}, view: null });
    expect(slack.actAs('amira').modal).toBeNull();
  });

  it('sends options whole, and what was chosen before anybody touched it', async () => {
    const option = (value: string) => ({ text: plain(value), value });
    const blocks = [
      {
        type: 'input',
        block_id: 'kind',
        label: plain('Kind'),
        element: {
          type: 'static_select',
          action_id: 'kind',
          options: [option('a'), option('b')],
          initial_option: option('b'),
        },
      },
      {
        type: 'input',
        block_id: 'who',
        label: plain('Who'),
        element: { type: 'checkboxes', action_id: 'who', options: [option('x'), option('y')] },
      },
    ];
    const { envelope } = await submit(undefined, modal({ blocks }), { who: ['y'] });
    expect(envelope?.payload.view).toMatchObject({
      state: {
        values: {
          kind: { kind: { selected_option: { value: 'b' } } },
          who: { who: { selected_options: [{ value: 'y', text: { text: 'y' } }] } },
        },
      },
    });
  });

  it('shows the errors of the app and keeps the modal open', async () => {
    const response = { response_action: 'errors', errors: { name: 'Too short' } };
    const { result, slack } = await submit(response);
    expect(result.errors).toEqual({ name: 'Too short' });
    expect(slack.actAs('amira').modal).not.toBeNull();
  });

  it('shows the view that the app answers with, in place or on top', async () => {
    const view = modal({ title: plain('Next'), blocks: [], submit: undefined });
    const updated = await submit({ response_action: 'update', view });
    expect(updated.result.view?.title?.text).toBe('Next');
    const pushed = await submit({ response_action: 'push', view });
    expect(pushed.result.view?.previousViewId).not.toBeNull();
  });

  it('closes all modals on clear', async () => {
    const { slack } = await submit({ response_action: 'clear' });
    expect(slack.actAs('amira').modal).toBeNull();
  });

  it('does not send a form with a required field empty', async () => {
    const slack = await start();
    const app = await connectSocketApp(slack, { acknowledges: true });
    await openModal(slack, app);
    const before = app.received.length;
    const { errors } = await slack.actAs('amira').submitView({});
    expect(errors).toEqual({ name: 'Please complete this field' });
    expect(app.received).toHaveLength(before);
    await app.close();
  });

  it('leaves the modal open when the app does not acknowledge in time', async () => {
    const clock = createManualClock();
    const slack = await start({ clock });
    const app = await connectSocketApp(slack, { acknowledges: true });
    await openModal(slack, app);
    await app.close();
    const silent = await connectSocketApp(slack);
    const submitted = slack.actAs('amira').submitView({ name: 'Ada' });
    await silent.receive(1);
    clock.advance(3_000);
    expect(await submitted).toMatchObject({ acknowledged: false, view: { type: 'modal' } });
    await silent.close();
  });
});
