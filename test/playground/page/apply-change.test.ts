import { describe, expect, test } from 'vitest';
import { applyChange, needsReload } from '../../../src/playground/page/client/apply-change.ts';
import { conversationOf, sampleEphemeral, sampleMessage, samplePage } from './sample-page.ts';

const tsOf = (items: readonly { ts: string }[]): string[] => items.map(({ ts }) => ts);
const thread = {
  channel: 'C0GENERAL00',
  threadTs: '1.000001',
  status: 'is searching…',
  loadingMessages: [],
  statusExpiresAt: 9,
  title: '',
  suggestedPromptsTitle: '',
  suggestedPrompts: [],
  sessionStatus: null,
};

describe('applying changes', () => {
  test('messages keep their order, whenever they arrive', () => {
    const page = ['3.000001', '1.000001', '2.000001'].reduce(
      (before, ts) => applyChange(before, { type: 'message', message: sampleMessage({ ts }) }),
      samplePage(),
    );
    expect(tsOf(conversationOf(page).messages)).toEqual(['1.000001', '2.000001', '3.000001']);
  });

  test('a message that changes takes the place of what it was', () => {
    const before = applyChange(samplePage(), {
      type: 'message',
      message: sampleMessage({ ts: '1.000001' }),
    });
    const message = sampleMessage({ ts: '1.000001', text: 'Hello again' });
    const after = applyChange(before, { type: 'message', message });
    expect(conversationOf(after).messages).toEqual([message]);
    expect(conversationOf(before).messages[0]?.text).toBe('Hello');
  });

  test('other conversations stay the same objects, so that they are not drawn again', () => {
    const before = samplePage();
    const message = sampleMessage({ ts: '1.000001' });
    const after = applyChange(before, { type: 'message', message });
    expect(conversationOf(after, 'C0COFFEE000')).toBe(conversationOf(before, 'C0COFFEE000'));
    expect(conversationOf(after)).not.toBe(conversationOf(before));
  });

  test('a deleted message goes, or leaves its tombstone', () => {
    const before = applyChange(samplePage(), {
      type: 'message',
      message: sampleMessage({ ts: '1.000001' }),
    });
    const deletion = { type: 'message-deleted', channel: 'C0GENERAL00', ts: '1.000001' } as const;
    expect(conversationOf(applyChange(before, { ...deletion, message: null })).messages).toEqual(
      [],
    );
    const tombstone = sampleMessage({ ts: '1.000001', subtype: 'tombstone' });
    const after = applyChange(before, { ...deletion, message: tombstone });
    expect(conversationOf(after).messages).toEqual([tombstone]);
  });

  test('ephemeral messages come, change and go', () => {
    const message = sampleEphemeral({ ts: '1.000001' });
    const shown = applyChange(samplePage(), { type: 'ephemeral', message });
    const changed = applyChange(shown, {
      type: 'ephemeral',
      message: { ...message, text: 'Shared' },
    });
    expect(changed.ephemeral.map(({ text }) => text)).toEqual(['Shared']);
    const { channel, ts } = message;
    expect(applyChange(changed, { type: 'ephemeral-deleted', channel, ts }).ephemeral).toEqual([]);
  });

  test('what changes about a conversation leaves its messages', () => {
    const before = applyChange(samplePage(), {
      type: 'message',
      message: sampleMessage({ ts: '1.000001' }),
    });
    const { messages, ...outline } = conversationOf(before);
    const conversation = { ...outline, lastRead: '1.000001' };
    const after = applyChange(before, { type: 'conversation', conversation });
    expect(conversationOf(after)).toEqual({ ...conversation, messages });
  });

  test('a thread has one status, the latest', () => {
    const shown = applyChange(samplePage(), { type: 'agent-thread', thread });
    const after = applyChange(shown, { type: 'agent-thread', thread: { ...thread, status: '' } });
    expect(after.agentThreads.map(({ status }) => status)).toEqual(['']);
  });
});

describe('reading anew', () => {
  test('is asked for when messages come from a conversation that was not known', () => {
    const message = sampleMessage({ ts: '1.000001', channel: 'C0NEW' });
    expect(needsReload(samplePage(), { type: 'message', message })).toBe(true);
    const known = sampleMessage({ ts: '1.000001' });
    expect(needsReload(samplePage(), { type: 'message', message: known })).toBe(false);
  });

  test('is asked for when somebody joins, since the messages were never sent', () => {
    const page = samplePage();
    const { messages: _, ...outline } = conversationOf(page, 'C0LEADS0000');
    const change = (isMember: boolean) =>
      ({ type: 'conversation', conversation: { ...outline, isMember } }) as const;
    expect(needsReload(page, change(true))).toBe(true);
    expect(needsReload(page, change(false))).toBe(false);
  });
});
