import { expect, test } from 'vitest';
import { outcomeOf } from '../../../src/notices/index.ts';
import { deliveryButtons, describeDelivery } from '../../../src/slack/notices/delivery-state.ts';
import { sampleSession } from '../../notices/sample-notice.ts';
import { sampleTask } from '../../notices/sample-task.ts';

const sent = sampleTask();
const lost = sampleTask({ id: 't2', place: 'C2', state: 'failed', problem: 'not_in_channel' });
const waiting = sampleTask({ id: 't3', place: 'C3', state: 'waiting' });

test('how far an announcement has come is told once something was tried', () => {
  expect(describeDelivery(outcomeOf('announcement', [waiting]))).toBeNull();
  expect(describeDelivery(outcomeOf('announcement', [sent]))).toBe('delivered to 1 of 1 place');
  expect(describeDelivery(outcomeOf('announcement', [sent, lost, waiting]))).toBe(
    'delivered to 1 of 3 places, 1 failed',
  );
});

test('who replied is shown of what was posted; what failed can be tried again while it stands', () => {
  const outcome = outcomeOf('announcement', [sent, lost]);
  const buttons = (state: 'scheduled' | 'cancelled') =>
    JSON.stringify(deliveryButtons(sampleSession({ state }), outcome));
  expect(buttons('scheduled')).toContain('session-attendees');
  expect(buttons('scheduled')).toContain('notice-retry');
  expect(buttons('cancelled')).toContain('session-attendees');
  expect(buttons('cancelled')).not.toContain('notice-retry');
  expect(deliveryButtons(sampleSession(), outcomeOf('announcement', [waiting]))).toEqual([]);
  expect(deliveryButtons(sampleSession(), undefined)).toEqual([]);
});
