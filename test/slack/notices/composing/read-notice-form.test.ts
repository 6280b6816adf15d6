import { describe, expect, test } from 'vitest';
import { readEntered } from '../../../../src/slack/notices/composing/entered-values.ts';
import {
  readPublicationForm,
  readSessionForm,
} from '../../../../src/slack/notices/composing/read-notice-form.ts';
import { sampleSession } from '../../../notices/sample-notice.ts';

const now = Date.parse('2026-11-22T15:00:10Z');
const zone = 'Europe/London';

const field = (id: string, held: object) => ({ [id]: { [id]: held } });
const option = (value: string) => ({ selected_option: { value } });

/** A session's form, filled in; texts by the last part of their ids. */
function form(texts: Record<string, string> = {}) {
  const filled = {
    title: ' Discharge, together ',
    start: '24 November 14:00',
    place: 'Room 2',
    speakers: 'R. Patel\n\n S. Okafor, consultant ',
    ...texts,
  };
  return readEntered({
    ...Object.fromEntries(
      Object.entries(filled).map(([id, value]) => [
        `notice-${id}`,
        { [`notice-${id}`]: { value } },
      ]),
    ),
    ...field('notice-zone', option(zone)),
    ...field('notice-audience', option('members')),
    ...field('notice-remind-in', option('thread')),
    ...field('notice-channels', { selected_conversations: ['C1', 'C1', 'C2'] }),
    ...field('notice-reminders', { selected_options: [{ value: '60' }, { value: '1440' }] }),
  });
}

describe('the form of a session', () => {
  test('becomes its content', () => {
    expect(readSessionForm(form({ capacity: '12' }), { zone, now, before: null })).toEqual({
      content: {
        details: {
          kind: 'session',
          title: 'Discharge, together',
          description: '',
          start: '2026-11-24T14:00',
          end: '2026-11-24T15:00',
          zone,
          place: 'Room 2',
          link: null,
          speakers: ['R. Patel', 'S. Okafor, consultant'],
          capacity: 12,
          papers: [],
        },
        audience: 'members',
        channels: ['C1', 'C2'],
        people: [],
        announceAt: null,
        reminders: [1_440, 60],
        remindIn: 'thread',
      },
    });
  });

  test('says all that is wrong at once, each under its field', () => {
    const wrong = form({ title: ' ', place: '', link: 'http://join.example' });
    expect(readSessionForm(wrong, { zone, now, before: null })).toEqual({
      errors: {
        'notice-title': 'Give it a title.',
        'notice-link': 'A link begins with https://.',
      },
    });
  });

  test('keeps to the second when it is announced, unless somebody types another time', () => {
    const announceAt = now + 20_000;
    const before = sampleSession({ announceAt });
    const kept = readSessionForm(form({ announce: '22 November 2026 15:00' }), {
      zone,
      now,
      before,
    });
    expect(kept).toMatchObject({ content: { announceAt } });
    const moved = readSessionForm(form({ announce: 'tomorrow 9am' }), { zone, now, before });
    expect(moved).toMatchObject({ content: { announceAt: Date.parse('2026-11-23T09:00:00Z') } });
    const posted = sampleSession({ announceAt: now - 1 });
    const same = readSessionForm(form({ announce: 'tomorrow 9am' }), { zone, now, before: posted });
    expect(same).toMatchObject({ content: { announceAt: now - 1 } });
  });

  test('of a session that has begun is not wrong for that', () => {
    const before = sampleSession(
      { announceAt: 0 },
      { start: '2026-11-22T14:30', end: '2026-11-22T16:00' },
    );
    const filled = form({ start: '2026-11-22 14:30', end: '2026-11-22 16:00', place: 'Room 7' });
    expect(readSessionForm(filled, { zone, now, before })).toMatchObject({
      content: { details: { place: 'Room 7' } },
    });
    expect(readSessionForm(filled, { zone, now, before: null })).toMatchObject({
      errors: { 'notice-start': 'It has to begin in the future.' },
    });
  });
});

test('the form of a publication becomes its content', () => {
  const filled = readEntered({
    ...field('notice-publication', option('clinics')),
    ...field('notice-title', { value: 'Shared clinics' }),
    ...field('notice-text', { value: 'What we learned.' }),
    ...field('notice-audience', option('leads')),
    ...field('notice-people', { selected_users: ['U1'] }),
  });
  expect(readPublicationForm(filled, { zone, now, before: null })).toEqual({
    content: {
      details: {
        kind: 'publication',
        publicationId: 'clinics',
        title: 'Shared clinics',
        authors: [],
        text: 'What we learned.',
        link: null,
      },
      audience: 'leads',
      channels: [],
      people: ['U1'],
      announceAt: null,
      reminders: [],
      remindIn: 'thread',
    },
  });
});
