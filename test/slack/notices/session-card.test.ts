import { describe, expect, test } from 'vitest';
import { givePlaces, type Notice, type SessionDetails } from '../../../src/notices/index.ts';
import { composeMessages } from '../../../src/slack/blocks/compose-messages.ts';
import { type SessionCard, sessionCard } from '../../../src/slack/notices/session-card.ts';
import { sampleSession } from '../../notices/sample-notice.ts';

const now = Date.parse('2026-11-10T09:00:00Z');

function draw(
  details: Partial<SessionDetails> = {},
  change: Partial<Notice> = {},
  card: Partial<SessionCard> = {},
) {
  const notice = sampleSession(change, details);
  if (notice.details.kind !== 'session') throw new Error('no session');
  const places = givePlaces([], notice.details.capacity);
  const pieces = sessionCard({
    notice,
    details: notice.details,
    places,
    papers: [],
    materials: [],
    late: false,
    now,
    ...card,
  });
  const [message, ...others] = composeMessages(pieces);
  expect(others).toEqual([]);
  return { text: message?.text ?? '', shown: JSON.stringify(message?.blocks) };
}

describe('the card of a session', () => {
  test('says what, when in each reader’s zone, and where', () => {
    const { shown, text } = draw({ speakers: ['A. Speaker'] });
    expect(shown).toContain('*Discharge, together*');
    const start = Date.parse('2026-11-24T14:00:00Z') / 1_000;
    expect(shown).toContain(`<!date^${start}^{date_long_pretty}, {time}|`);
    expect(text).toBe(
      [
        'Session: Discharge, together.',
        'When: Tuesday, 24 November 2026, 14:00 – 15:30 (Europe/London). Where: Room 2. Speaking: A. Speaker.',
        'Two wards tell of a year.',
        'Be the first to reply.',
      ].join('\n'),
    );
  });

  test('says how many places are left, and offers the waiting list when there are none', () => {
    const replies = ['U1', 'U2', 'U3'].map((person, index) => ({
      person,
      reply: 'going' as const,
      place: index + 1,
    }));
    const some = draw({ capacity: 12 }, {}, { places: givePlaces(replies, 12) });
    expect(some.shown).toContain('3 going · 9 of 12 places left');
    expect(some.shown).toContain('"Going"');
    const full = draw({ capacity: 2 }, {}, { places: givePlaces(replies, 2) });
    expect(full.shown).toContain('2 going · 1 waiting · No places left');
    expect(full.shown).toContain('Join the waiting list');
  });

  test('takes no more replies when it is called off or over', () => {
    const off = draw({}, { state: 'cancelled', version: 1 });
    expect(off.text).toContain('Session, called off: Discharge, together.');
    expect(off.shown).not.toContain('"actions"');
    const over = draw({}, {}, { now: Date.parse('2026-11-24T15:30:00Z') });
    expect(over.text).toContain('Session, over');
    expect(over.shown).not.toContain('"actions"');
  });

  test('says that it changed, and that it comes late', () => {
    expect(draw({}, { version: 2 }).text).toContain('Session, changed');
    expect(draw({}, {}, { late: true }).text).toContain('later than it was meant to');
  });

  test('names papers with their links, and mentions nobody whatever is written', () => {
    const { shown, text } = draw(
      { title: '<!channel> & <@U1>', description: 'See https://evil.example <!here>' },
      {},
      { papers: [{ title: 'Shared clinics', link: 'https://example.org/a' }] },
    );
    expect(shown).toContain('<https://example.org/a|Shared clinics> (example.org)');
    expect(shown + text).not.toMatch(/<!(?:channel|here)|<@/);
  });

  test('of two days names both', () => {
    expect(draw({ end: '2026-11-25T12:00' }).text).toContain(
      '24 November 2026, 14:00 – Wednesday, 25 November 2026, 12:00 (Europe/London)',
    );
  });
});
