import { describe, expect, test } from 'vitest';
import type { ComingSession, Digest } from '../../../../src/notices/index.ts';
import { validateBlocks } from '../../../../src/playground/blocks/validate-blocks.ts';
import { digestMessage } from '../../../../src/slack/notices/digest/digest-message.ts';
import { samplePublication } from '../../../fakes/sample-publication.ts';
import { sampleSession } from '../../../notices/sample-notice.ts';

const permalink = 'https://partnership.slack.com/archives/C1/p77';
const announcement = { channel: 'C1', messageId: '7.7' };

function session(title: string, reply: ComingSession['reply'] = null): ComingSession {
  const { details } = sampleSession({}, { title });
  if (details.kind !== 'session') throw new Error('a session is made');
  return { details, announcement, reply };
}

async function draw(change: Partial<Digest>, found: string | null = permalink) {
  const digest = { publications: [], answers: [], sessions: [], isDirect: false, late: false };
  const message = await digestMessage({ ...digest, ...change }, async () => found);
  expect(validateBlocks(message.blocks, 'message')).toEqual([]);
  const shown = JSON.stringify(message.blocks).replaceAll('\u00a0', ' ');
  return { shown, text: message.text.replaceAll('\u00a0', ' ') };
}

const clinics = samplePublication({
  title: 'Shared clinics',
  link: 'https://library.example/clinics',
  kind: 'case-study',
  date: '2024-03',
});

describe('the digest', () => {
  test('names what is new with link, kind and date, and reads as text', async () => {
    const answer = samplePublication({ title: 'Who chairs the board?', kind: 'answer' });
    const { shown, text } = await draw({ publications: [clinics], answers: [answer] });
    expect(shown).toContain(
      '• <https://library.example/clinics|Shared clinics> (library.example) · case study · March 2024',
    );
    expect(text).toMatch(/New publications:\nShared clinics, case study, March 2024/);
    expect(text).toMatch(/Answered by the team:\nWho chairs the board\?, staff answer/);
    expect(shown).not.toContain('Coming sessions');
    expect(text).toContain('choose it on the Home tab');
  });

  test('tells of sessions with their announcement, and in a direct message of one’s reply', async () => {
    const sessions = [session('Discharge', 'waiting'), session('Referrals', 'going'), session('X')];
    const { shown, text } = await draw({ sessions, isDirect: true });
    expect(shown).toContain(`<${permalink}|Discharge> (partnership.slack.com) · <!date^`);
    expect(shown).toContain('_You are on the waiting list_');
    expect(text).toContain(
      'Referrals, Tuesday, 24 November 2026, 14:00 – 15:30 (Europe/London). You are going.',
    );
    expect(text).toContain('Change it on the Home tab');
    expect(shown).not.toContain('New publications');
  });

  test('links to no announcement that cannot be found', async () => {
    const { shown } = await draw({ sessions: [session('Discharge')] }, null);
    expect(shown).toContain('• Discharge · <!date^');
  });

  test('names eight, and says how many more there are', async () => {
    const publications = Array.from({ length: 11 }, (_, index) =>
      samplePublication({ title: `Paper ${index + 1}` }),
    );
    const { shown, text } = await draw({ publications, sessions: Array(9).fill(session('X')) });
    expect(shown).toContain('Paper 8');
    expect(shown).not.toContain('Paper 9');
    expect(text).toContain('and 3 more');
    expect(text).toContain('and 1 more');
  });

  test('fits into one message, whatever titles and addresses there are', async () => {
    const long = samplePublication({
      title: '&'.repeat(400),
      link: `https://library.example/${'a'.repeat(1_400)}`,
    });
    const all = Array(8).fill(long);
    const { shown } = await draw({
      publications: all,
      answers: all,
      sessions: Array(8).fill(session('<'.repeat(150), 'going')),
      late: true,
    });
    expect(shown).not.toContain('Continued');
    expect(shown).toContain('more');
    expect(shown).toContain('later than it was meant to');
  });

  test('calls nobody and links to nothing that a title says', async () => {
    const title = 'See <!channel> https://evil.example <@U1>';
    const { shown, text } = await draw({
      publications: [samplePublication({ title })],
      sessions: [session(title)],
    });
    for (const said of [shown, text]) expect(said).not.toMatch(/<!channel|evil\.example|<@U1/);
  });
});
