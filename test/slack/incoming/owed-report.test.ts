import { describe, expect, test } from 'vitest';
import { type BegunReport, bodyOfBegunReport } from '../../../src/slack/incoming/begun-report.ts';
import { placeInInbox, readOwedEvent } from '../../../src/slack/incoming/owed-event.ts';

const read = (body: unknown) => readOwedEvent(body, 'U0CONCORD00');

const command = (text: string) => ({
  command: '/summarise',
  text,
  user_id: 'U0AMIRA0000',
  channel_id: 'C0GENERAL00',
  trigger_id: '1.2.3',
  response_url: 'https://hooks.slack.com/commands/1',
});

const form = (values: Record<string, unknown>, metadata = 'C0GENERAL00') => ({
  type: 'view_submission',
  user: { id: 'U0AMIRA0000' },
  view: {
    id: 'V1',
    callback_id: 'summary-form',
    private_metadata: metadata,
    state: {
      values: Object.fromEntries(
        Object.entries(values).map(([id, value]) => [
          id,
          { [id]: { selected_option: value === null ? null : { value } } },
        ]),
      ),
    },
  },
});

const chosen = {
  'summary-publication': 'p1',
  'summary-length': 'full',
  'summary-reader': 'board',
  'report-seen-by': 'channel',
};

describe('/summarise', () => {
  test('owes something for words that name a publication', () => {
    const owed = read(command(' falls &amp; frailty '));
    expect(owed).toMatchObject({ kind: 'summarise-command', command: { text: 'falls & frailty' } });
  });

  test.each(['', '  ', 'help', 'HELP'])('owes nothing later for %j', (text) => {
    expect(read(command(text))).toBeNull();
  });

  test('is the same event for the same press of the key', () => {
    const [one, other] = [command('falls'), command('falls')].map((body) => {
      const owed = read(body);
      return owed === null ? null : placeInInbox(owed).eventId;
    });
    expect(one).toBe(other);
    expect(one).not.toBeNull();
  });
});

describe('the form of a summary', () => {
  test('is read as it was filled in', () => {
    expect(read(form(chosen))).toMatchObject({
      kind: 'report-asked',
      asked: {
        user: 'U0AMIRA0000',
        requested: { kind: 'summary', publicationId: 'p1', length: 'full', reader: 'board' },
        channel: 'C0GENERAL00',
      },
    });
  });

  test('without more is a brief one for members, for who asked alone', () => {
    expect(read(form({ 'summary-publication': 'p1' }))).toMatchObject({
      asked: { requested: { length: 'brief', reader: 'member' }, channel: null },
    });
  });

  test.each(['', 'D0DIRECT000', '<!channel>', '{}'])(
    'goes to no channel where none is known, as with %j',
    (metadata) => {
      expect(read(form(chosen, metadata))).toMatchObject({ asked: { channel: null } });
    },
  );
});

describe('a report that was begun', () => {
  const begun: Omit<BegunReport, 'eventId'> = {
    user: 'U0AMIRA0000',
    requested: { kind: 'briefing', topic: 'discharge' },
    channel: 'D0DIRECT000',
    thread: '1700000000.000100',
    isDirect: true,
  };

  test('is read as it was put away, in the conversation in which Stop is pressed', () => {
    const owed = read(bodyOfBegunReport('modal-1', begun));
    expect(owed).toMatchObject({ kind: 'report-begun', begun });
    expect(owed === null ? null : placeInInbox(owed)).toMatchObject({
      conversation: 'D0DIRECT000:1700000000.000100',
      person: 'U0AMIRA0000',
    });
  });

  test.each([
    ['another kind', { ...begun, requested: { kind: 'poem', topic: 'x' } }],
    ['no thread', { ...begun, thread: 'x' }],
    [
      'nothing to compare',
      { ...begun, requested: { kind: 'comparison', publicationIds: [], columns: [] } },
    ],
  ])('is nothing with %s', (_what, forged) => {
    expect(read(bodyOfBegunReport('modal-1', forged as never))).toBeNull();
  });
});
