import { expect, test } from 'vitest';
import { approvalMessage } from '../../../../src/slack/notices/composing/approval-message.ts';
import { authorMessage } from '../../../../src/slack/notices/composing/author-message.ts';
import { sampleSession } from '../../../notices/sample-notice.ts';

const announceAt = Date.parse('2026-11-10T09:00:00Z');
const zone = 'Europe/London';
const inReadersZone = `<!date^${announceAt / 1_000}^{date_long_pretty}, {time}|Tuesday, 10 November 2026, 09:00 (Europe/London)>`;

test('whoever is asked to agree reads in their own zone when it is announced', () => {
  const notice = sampleSession({ state: 'awaiting-approval', announceAt });
  const { blocks } = approvalMessage(notice, { kind: 'waiting' }, zone);
  expect(JSON.stringify(blocks)).toContain(`Announced: ${inReadersZone}`);
});

test('so does the author; what is read out names the zone', () => {
  const notice = sampleSession({ announceAt, approvedBy: 'U2' });
  const options = { zone, now: announceAt - 2 * 60 * 60_000, declined: null };
  const { text, blocks } = authorMessage(notice, options);
  expect(JSON.stringify(blocks)).toContain(
    `It will be announced ${inReadersZone}. Agreed by <@U2>.`,
  );
  expect(text).toContain('Tuesday, 10 November 2026, 09:00 (Europe/London)');
  expect(text).not.toContain('<!date');
});
