import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Notice, outcomeOf } from '../../../../src/notices/index.ts';
import { validateBlocks } from '../../../../src/playground/blocks/validate-blocks.ts';
import { approvalMessage } from '../../../../src/slack/notices/composing/approval-message.ts';
import { authorMessage } from '../../../../src/slack/notices/composing/author-message.ts';
import { callOffForm } from '../../../../src/slack/notices/composing/call-off-form.ts';
import { declineForm } from '../../../../src/slack/notices/composing/decline-form.ts';
import { homeNotices } from '../../../../src/slack/notices/composing/home-notices.ts';
import { previewView } from '../../../../src/slack/notices/composing/preview-view.ts';
import { publicationForm } from '../../../../src/slack/notices/composing/publication-form.ts';
import { seriesView } from '../../../../src/slack/notices/composing/series-view.ts';
import { sessionForm } from '../../../../src/slack/notices/composing/session-form.ts';
import { templatesView } from '../../../../src/slack/notices/composing/templates-view.ts';
import { sampleSession } from '../../../notices/sample-notice.ts';
import { sampleTask } from '../../../notices/sample-task.ts';

const now = Date.parse('2026-11-22T15:00:00Z');
const zone = 'Europe/London';
const runs = { numRuns: 60 };
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 3_500 }),
  fc.constantFrom('<!channel> <@U1> & <https://evil.example|here>', '😀'.repeat(400), ' '),
);
const ids = fc.uniqueArray(fc.stringMatching(/^C[A-Z0-9]{8}$/), { maxLength: 60 });
const states = fc.constantFrom<Notice['state']>(
  'draft',
  'awaiting-approval',
  'scheduled',
  'cancelled',
);

const anyNotice = fc
  .record({ title: anyText, place: anyText, channels: ids, people: ids, state: states })
  .map(({ title, place, ...change }) => {
    const approval = { askedBy: 'U2', askedAt: now, content: sampleSession() };
    return sampleSession({ ...change, approval }, { title, place });
  });

/** Slack takes the blocks, and nobody is called by what people wrote. */
function expectSound(blocks: unknown, where: 'modal' | 'home' | 'message'): void {
  expect(validateBlocks(blocks, where)).toEqual([]);
  const shown = JSON.stringify(blocks);
  expect(shown).not.toContain('<!channel>');
  expect(shown).not.toContain('<https://evil.example|here>');
}

const blocksOf = (view: object): unknown => ('blocks' in view ? view.blocks : null);

describe('whatever people write, Slack takes', () => {
  test('the forms of notices', () => {
    fc.assert(
      fc.property(
        fc.record({ title: anyText, text: anyText, channels: ids, place: anyText }),
        fc.array(
          anyText.filter((text) => /\w/.test(text)),
          { maxLength: 12 },
        ),
        ({ title, text, channels, place }, titles) => {
          const sending = { audience: 'members' as const, channels, people: [], announce: '' };
          const none = { draft: null, target: null };
          const chosen = titles.map((each, index) => ({ id: `p${index}`, title: each }));
          const session = sessionForm(
            {
              ...sending,
              title,
              description: text,
              start: '',
              end: '',
              zone,
              place,
              link: '',
              speakers: titles,
              capacity: 3,
              papers: chosen,
              repeating: { repeats: 'week', until: text, except: titles },
              later: 3,
              reminders: [1_440, 17],
              remindIn: 'thread',
            },
            none,
            ['discharge-board'],
          );
          // What people wrote themselves is given back to them as it was.
          expect(validateBlocks(blocksOf(session), 'modal')).toEqual([]);
          const publication = { id: 'p', title: 'Shared clinics' };
          const form = publicationForm(
            { ...sending, publication, title, text, authors: titles, link: '' },
            none,
            [],
          );
          expect(validateBlocks(blocksOf(form), 'modal')).toEqual([]);
        },
      ),
      runs,
    );
  });

  test('previews, lists and what is told of notices', () => {
    fc.assert(
      fc.property(anyNotice, anyText, (notice, reason) => {
        const outcome = outcomeOf('announcement', [
          sampleTask({ state: 'sent' }),
          sampleTask({ id: 't2', place: 'C2', state: 'failed', problem: 'not_in_channel' }),
        ]);
        const preview = previewView({
          notice,
          card: { text: '', blocks: [{ type: 'divider' }] },
          notices: { draft: 'd1', target: null },
          changes: ['time', 'place'],
          done: null,
          reach: {
            people: 12,
            isComplete: false,
            notIn: notice.channels,
            archived: [],
            outsiders: notice.channels.map((channel) => ({ person: 'U9', channel })),
            shared: [],
          },
          cards: { places: notice.channels, tried: notice.people, isNew: ['title', 'text'] },
          zone,
          quiet: { from: 0, to: 600, weekends: true, zone },
          needsApproval: true,
          now,
        });
        expectSound(blocksOf(preview), 'modal');
        expectSound(
          homeNotices({
            drafts: [notice],
            waiting: [notice],
            latest: [notice],
            announcements: new Map([[notice.id, outcome]]),
            now,
          }),
          'home',
        );
        const declined = { by: 'U2', reason };
        expectSound(authorMessage(notice, { zone, now, declined }).blocks, 'message');
        expectSound(approvalMessage(notice, { kind: 'waiting' }, zone).blocks, 'message');
        expectSound(blocksOf(callOffForm(notice, 3)), 'modal');
        const series = Array.from({ length: 60 }, (_, index) => ({
          ...notice,
          id: `n${index}`,
          seriesId: 'n0',
        }));
        expectSound(blocksOf(seriesView(series, now)), 'modal');
        expectSound(blocksOf(templatesView(series)), 'modal');
        expectSound(blocksOf(declineForm('n1 1', notice.details.title)), 'modal');
      }),
      runs,
    );
  });
});
