import type { Config } from './config.ts';
import type { HealthCheck } from './observability/health-check.ts';

/** Whether there is anybody to tell of budgets and of a model that fails. */
export function checkStaff({ chat, slack, people, staffChannel }: Config): HealthCheck {
  return {
    name: 'staff',
    fixWhenThrown: 'Set SLACK_STAFF_CHANNEL, SLACK_STAFF_USERS or SLACK_STAFF_GROUPS.',
    run: async () => {
      if (chat === null || slack === null) {
        const missing = chat === null ? 'no model' : 'no Slack';
        return { state: 'skipped', found: `nothing to tell: ${missing} is configured`, fix: null };
      }
      if (staffChannel !== null) {
        return { state: 'ok', found: `told in the channel ${staffChannel}`, fix: null };
      }
      const named = people.staffUserIds.length + people.staffGroups.length;
      if (named > 0) return { state: 'ok', found: 'each told in a direct message', fix: null };
      return {
        state: 'warning',
        found: 'nobody is told when a budget is spent or the model fails',
        fix: 'Set SLACK_STAFF_CHANNEL, SLACK_STAFF_USERS or SLACK_STAFF_GROUPS.',
      };
    },
  };
}
