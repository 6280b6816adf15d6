import { expect, test } from 'vitest';
import { checkStaff } from '../src/compose-staff-check.ts';
import { readConfig } from '../src/config.ts';

const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
const model = { CHAT_MODEL: 'small', OPENAI_API_KEY: 'key' };

test.each([
  ['no model', slack, 'skipped'],
  ['no Slack', model, 'skipped'],
  ['a channel', { ...slack, ...model, SLACK_STAFF_CHANNEL: 'C0STAFF0000' }, 'ok'],
  ['people', { ...slack, ...model, SLACK_STAFF_USERS: 'U1' }, 'ok'],
  ['a group', { ...slack, ...model, SLACK_STAFF_GROUPS: '@staff' }, 'ok'],
  ['nobody to tell', { ...slack, ...model }, 'warning'],
])('with %s', async (_name, environment, state) => {
  const finding = await checkStaff(readConfig(environment, '/srv')).run();
  expect(finding.state).toBe(state);
  expect(finding.fix === null).toBe(state !== 'warning');
});
