import { describe, expect, test } from 'vitest';
import { placeInInbox, readOwedEvent } from '../../../src/slack/incoming/owed-event.ts';

const press = {
  type: 'block_actions',
  user: { id: 'U1' },
  trigger_id: '1.2.abc',
  response_url: 'https://hooks.slack.com/x',
  channel: { id: 'D1' },
  message: { ts: '2.000000', thread_ts: '1.000000' },
};
const menu = (value: string) => ({ type: 'static_select', selected_option: { value } });
const filePress = (value: string, length = 'full') => ({
  ...press,
  state: {
    values: { 'upload-F1': { 'upload-length': menu(length), 'upload-reader': menu('board') } },
  },
  actions: [{ action_id: 'upload-summarise', block_id: 'upload-F1', value }],
});
const form = (metadata: string) => ({
  type: 'view_submission',
  user: { id: 'U1' },
  view: {
    id: 'V1',
    callback_id: 'file-summary-form',
    private_metadata: metadata,
    state: { values: { 'file-summary-length': { 'file-summary-length': menu('sentence') } } },
  },
});
const papersPress = { ...press, actions: [{ action_id: 'notice-summarise', value: 'notice-1' }] };
const owedFor = (body: unknown) => readOwedEvent(body, 'UCONCORD');

describe('a file to be summarised', () => {
  test('is named by a press with what was chosen beside it', () => {
    const owed = owedFor(filePress('F1'));
    expect(owed).toMatchObject({
      kind: 'file-asked',
      file: {
        user: 'U1',
        fileId: 'F1',
        wanted: { length: 'full', reader: 'board' },
        pressedIn: { channel: 'D1', thread: '1.000000', ts: '2.000000' },
      },
    });
    // Where somebody can press Stop.
    expect(owed === null ? null : placeInInbox(owed).conversation).toBe('D1:1.000000');
  });

  test('is named by a form, which comes once', () => {
    expect(owedFor(form('F1'))).toMatchObject({
      kind: 'file-asked',
      file: { fileId: 'F1', wanted: { length: 'sentence', reader: 'member' }, pressedIn: null },
    });
    expect(owedFor(form('F1'))).toEqual(owedFor(form('F1')));
  });

  test('that is none of Slack’s is nobody’s', () => {
    expect(owedFor(filePress('../F1'))).toBeNull();
    expect(owedFor(form('https://evil.example'))).toBeNull();
  });

  test('is summarised as usual where something else was chosen', () => {
    expect(owedFor(filePress('F1', 'endless'))).toMatchObject({
      file: { wanted: { length: 'brief', reader: 'board' } },
    });
  });
});

test('papers of a notice are owed in the thread of its card', () => {
  const owed = owedFor(papersPress);
  expect(owed).toMatchObject({
    kind: 'papers-asked',
    press: { noticeId: 'notice-1', channel: 'D1', thread: '1.000000' },
  });
  expect(owed === null ? null : placeInInbox(owed).conversation).toBe('D1:1.000000');
});
