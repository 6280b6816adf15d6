import { expect, it } from 'vitest';
import { callMethod } from './support/call-method.ts';
import { useLocalSlack } from './support/use-local-slack.ts';

const start = useLocalSlack();

it.each([
  ['amira', { is_restricted: false, is_ultra_restricted: false, is_bot: false }],
  ['sofia', { is_admin: true }],
  ['george', { is_restricted: true, is_ultra_restricted: false }],
  ['una', { is_restricted: true, is_ultra_restricted: true }],
  ['viktor', { is_stranger: false, team_id: 'T0ELSEWHERE' }],
  ['ines', { is_stranger: true, team_id: 'T0ELSEWHERE' }],
  ['concord', { is_bot: true }],
])('shows of %s what tells who they are', async (name, flags) => {
  const slack = await start();
  const person = Object.values(slack.workspace.people).find((each) => each.name === name);
  const { body } = await callMethod(slack, 'users.info', { user: person?.id });
  expect(body.user).toMatchObject({ id: person?.id, name, ...flags });
});

it('tells the time zone of a person in seconds', async () => {
  const slack = await start();
  slack.administer.changePerson('tom', { timeZone: 'Asia/Kolkata' });
  const { body } = await callMethod(slack, 'users.info', { user: slack.actAs('tom').userId });
  expect(body.user).toMatchObject({ tz: 'Asia/Kolkata', tz_offset: 19_800 });
});

it('lists the people of the workspace, without those of other organisations', async () => {
  const slack = await start();
  const { body } = await callMethod(slack, 'users.list');
  const names = (body.members as { name: string }[]).map(({ name }) => name);
  expect(names).toContain('una');
  expect(names).not.toContain('viktor');
});

it('lists user groups and who is in them', async () => {
  const slack = await start();
  const { body } = await callMethod(slack, 'usergroups.list', { include_users: true });
  expect(body.usergroups).toMatchObject([
    { handle: 'leads', users: [slack.actAs('leo').userId] },
    { handle: 'staff', users: [slack.actAs('sofia').userId] },
  ]);
  const members = async (usergroup: string) =>
    (await callMethod(slack, 'usergroups.users.list', { usergroup })).body;
  expect(await members('S0LEADS0000')).toMatchObject({ users: [slack.actAs('leo').userId] });
  expect(await members('S0NOBODY000')).toMatchObject({ error: 'no_such_subteam' });
});

it('knows the workspace and the bot', async () => {
  const slack = await start();
  const team = await callMethod(slack, 'team.info');
  expect(team.body.team).toMatchObject({ id: 'T0PARTNERS1', domain: 'partnership' });
  const bot = await callMethod(slack, 'bots.info', { bot: 'B0CONCORD01' });
  expect(bot.body.bot).toMatchObject({ name: 'Concord', user_id: 'U0CONCORD01' });
  expect((await callMethod(slack, 'bots.info', { bot: 'B0X' })).body.error).toBe('bot_not_found');
});

it('finds people by their address, but nobody who has left', async () => {
  const slack = await start();
  const find = async (email: string) =>
    (await callMethod(slack, 'users.lookupByEmail', { email })).body;
  const tom = slack.actAs('tom').userId;
  expect(await find('Tom@partnership.example')).toMatchObject({ user: { id: tom } });
  slack.administer.changePerson('tom', { deleted: true });
  expect(await find('tom@partnership.example')).toMatchObject({ error: 'users_not_found' });
});
