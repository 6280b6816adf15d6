import { describe, expect, it } from 'vitest';
import { actions, button, mrkdwn, plain } from './support/block-samples.ts';
import { callMethod } from './support/call-method.ts';
import { connectSocketApp } from './support/socket-app.ts';
import { useLocalSlack } from './support/use-local-slack.ts';

const start = useLocalSlack();
const go = button({ action_id: 'go', value: 'x' });

describe('blocks within blocks', () => {
  it.each([
    ['container', { title: plain(), child_blocks: [actions(go)] }],
    ['card', { title: mrkdwn(), actions: [go] }],
    ['carousel', { elements: [{ type: 'card', title: mrkdwn(), actions: [go] }] }],
  ])('are pressed and told apart in a %s', async (type, block) => {
    const slack = await start();
    const app = await connectSocketApp(slack, { acknowledges: true });
    const values = { channel: 'C0GENERAL00', text: 'a', blocks: [{ type, ...block }] };
    const { body } = await callMethod(slack, 'chat.postMessage', values);
    await slack.actAs('amira').clickButton('#general', String(body.ts), 'go');
    const sent = app.received.findLast((envelope) => envelope.type === 'interactive');
    expect(sent?.payload.actions).toMatchObject([
      { action_id: 'go', value: 'x', block_id: expect.stringMatching(/./) },
    ]);
    await app.close();
  });
});
