import { describe, expect, test } from 'vitest';
import { problemsIn, readAskedInModal } from '../../../src/slack/incoming/asked-in-modal.ts';
import { placeInInbox, readOwedEvent } from '../../../src/slack/incoming/owed-event.ts';
import { readStoppedSession } from '../../../src/slack/incoming/stopped-session.ts';

const ownUser = 'UCONCORD';
const said = { user: 'U1', text: 'How?', ts: '2.000000', thread_ts: '1.000000' };

const event = (inner: object) => ({
  type: 'event_callback',
  event_id: 'Ev1',
  team_id: 'T1',
  event: { type: 'message', channel: 'C1', event_ts: '9.000000', ...inner },
});
const changed = (message: object, before: object = said) =>
  event({ subtype: 'message_changed', hidden: true, message, previous_message: before });
const command = {
  command: '/ask',
  text: 'How?',
  user_id: 'U1',
  channel_id: 'C1',
  trigger_id: '1.2.abc',
  response_url: 'https://hooks.slack.com/x',
};
const view = (text: string, metadata = '', readers?: string) => ({
  type: 'view_submission',
  user: { id: 'U1', team_id: 'T1' },
  view: {
    id: 'V1',
    callback_id: 'ask-library',
    private_metadata: metadata,
    state: {
      values: {
        question: { 'question-text': { type: 'plain_text_input', value: text } },
        ...(readers && { readers: { 'readers-choice': { selected_option: { value: readers } } } }),
      },
    },
  },
});
const click = (action: object) => ({
  type: 'block_actions',
  user: { id: 'U1' },
  trigger_id: '1.2.abc',
  response_url: 'https://hooks.slack.com/x',
  channel: { id: 'C1' },
  actions: [{ action_id: 'share-answer', value: 'slack-1', action_ts: '3.0', ...action }],
});

const kindOf = (body: unknown) => readOwedEvent(body, ownUser)?.kind ?? null;

describe('something is owed for', () => {
  test.each([
    ['a message', event(said), 'message'],
    ['an edit', changed({ ...said, text: 'Why?' }), 'changed'],
    [
      'a deletion',
      event({ subtype: 'message_deleted', deleted_ts: '2.0', previous_message: said }),
      'deleted',
    ],
    [
      'the first message of a thread that is taken away',
      changed({ subtype: 'tombstone', ts: '1.0' }),
      'deleted',
    ],
    ['the command', command, 'command'],
    ['the form', view('How?'), 'modal'],
    ['a wish to share', click({}), 'share'],
  ])('%s', (_name, body, kind) => {
    expect(kindOf(body)).toBe(kind);
  });
});

describe('nothing is owed for', () => {
  test.each([
    ['an edit that changes no words', changed({ ...said, text: ' How? ' })],
    ['an edit of its own', changed({ ...said, user: ownUser, text: 'Why?' })],
    ['an edit by an app', changed({ ...said, bot_id: 'B1', text: 'Why?' })],
    [
      'a deletion of its own',
      event({ subtype: 'message_deleted', deleted_ts: '2.0', previous_message: { user: ownUser } }),
    ],
    ['another command', { ...command, command: '/other' }],
    ['another form', { ...view('How?'), view: { ...view('How?').view, callback_id: 'other' } }],
    ['another button', click({ action_id: 'other' })],
    ['a button without a value', click({ value: '' })],
    ['nonsense', 'nonsense'],
    ['nothing', undefined],
  ])('%s', (_name, body) => {
    expect(kindOf(body)).toBeNull();
  });
});

describe('in the inbox', () => {
  const placeOf = (body: unknown) => {
    const owed = readOwedEvent(body, ownUser);
    if (owed === null) throw new Error('nothing is owed');
    return placeInInbox(owed);
  };

  test('an edit and a deletion come after their message and before what was written later', () => {
    const places = [
      placeOf(event({ ...said, ts: '2.000001' })),
      placeOf(
        event({
          subtype: 'message_deleted',
          event_ts: '9.500000',
          deleted_ts: said.ts,
          previous_message: said,
        }),
      ),
      placeOf(changed({ ...said, text: 'Why?' })),
      placeOf(event(said)),
    ];
    expect(new Set(places.map(({ conversation }) => conversation))).toEqual(
      new Set(['C1:1.000000']),
    );
    const inOrder = [...places].sort((a, b) => (a.position < b.position ? -1 : 1));
    expect(inOrder).toEqual(places.reverse());
  });

  test('a command and a form are known again when they come twice', () => {
    expect(placeOf(command)).toEqual(placeOf({ ...command }));
    expect(placeOf(command).eventId).not.toBe(
      placeOf({ ...command, trigger_id: '1.2.abd' }).eventId,
    );
    expect(placeOf(view('How?'))).toEqual(placeOf(view('Why?')));
    expect(JSON.stringify(placeOf(command))).not.toContain('1.2.abc');
  });

  test('a question for everyone in a thread waits for its turn there, and can be stopped', () => {
    const about = JSON.stringify({ channel: 'C1', ts: '2.000000', thread: '1.000000' });
    expect(placeOf(view('How?', about, 'thread')).conversation).toBe('C1:1.000000');
    expect(placeOf(view('How?', about)).conversation).not.toContain('C1');
  });

  test('it says who is owed', () => {
    for (const body of [
      event(said),
      changed({ ...said, text: 'Why?' }),
      command,
      view('How?'),
      click({}),
    ]) {
      expect(placeOf(body).person).toBe('U1');
    }
  });
});

describe('the form', () => {
  const about = JSON.stringify({ channel: 'C1', ts: '2.0', thread: '1.0' });

  test('says who is to read the answer; only the asker when it is about no message', () => {
    expect(readAskedInModal(view(' How? ', about, 'thread'))).toMatchObject({
      text: 'How?',
      readers: 'thread',
      about: { channel: 'C1', ts: '2.0', thread: '1.0' },
    });
    expect(readAskedInModal(view('How?', about))).toMatchObject({ readers: 'only-me' });
    for (const odd of ['', 'nonsense', '{"channel":1}']) {
      expect(readAskedInModal(view('How?', odd, 'thread'))).toMatchObject({
        readers: 'only-me',
        about: null,
      });
    }
  });

  test.each([
    ['', 'Write a question.'],
    ['…?!', 'Write a question.'],
    ['x'.repeat(3_001), 'The question has 3,001 characters; at most 3,000 can be looked up.'],
  ])('is not taken with %.5j', (text, problem) => {
    const asked = readAskedInModal(view(text));
    expect(asked && problemsIn(asked)).toEqual({ question: problem });
  });
});

test('Stop is read with its thread', () => {
  const stopped = event({ type: 'agent_session_stopped', user: 'U1', thread_ts: '1.000000' });
  expect(readStoppedSession(stopped)).toMatchObject({ channel: 'C1', thread: '1.000000' });
  expect(readStoppedSession(event(said))).toBeNull();
});
