import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/playground/index.ts';
import { useLocalSlack } from './support/use-local-slack.ts';

const start = useLocalSlack();

describe('what a person has seen', () => {
  it('is kept for each person and conversation, and only grows', async () => {
    const slack = await start();
    const [amira, tom] = [slack.actAs('amira'), slack.actAs('tom')];
    const one = await tom.post('#general', 'one');
    const two = await tom.post('#general', 'two');
    expect(amira.lastRead('#general')).toBeNull();
    await amira.markRead('#general', two.ts);
    await amira.markRead('#general', one.ts);
    expect(amira.lastRead('#general')).toBe(two.ts);
    expect(amira.lastRead('#primary-care')).toBeNull();
    expect(slack.workspace.lastRead[amira.userId]).toEqual({ C0GENERAL00: two.ts });
  });

  it('includes what they write themselves, but for replies', async () => {
    const slack = await start();
    const amira = slack.actAs('amira');
    const { ts } = await amira.post('#general', 'one');
    expect(amira.lastRead('#general')).toBe(ts);
    await amira.post('#general', 'two', { threadTs: ts });
    expect(amira.lastRead('#general')).toBe(ts);
  });

  it('is announced', async () => {
    const slack = await start();
    const { ts } = await slack.actAs('tom').post('#general', 'one');
    const changes: Change[] = [];
    slack.onChange((change) => changes.push(change));
    const amira = slack.actAs('amira');
    await amira.markRead('#general', ts);
    await amira.markRead('#general', ts);
    expect(changes).toEqual([
      { type: 'conversation-read', channel: 'C0GENERAL00', user: amira.userId },
    ]);
  });

  it('ends at messages and conversations that are there for them', async () => {
    const amira = (await start()).actAs('amira');
    await expect(amira.markRead('#leads', '1.000001')).rejects.toThrow('not in');
    await expect(amira.markRead('#general', '1.000001')).rejects.toThrow('no message');
  });
});

describe('joining a channel', () => {
  it('is for members, in public channels', async () => {
    const slack = await start();
    await slack.actAs('leo').join('#primary-care');
    expect(slack.messages('#primary-care').at(-1)).toMatchObject({ subtype: 'channel_join' });
    await slack.actAs('leo').post('#primary-care', 'hello');
  });

  it.each([
    ['george', '#general'],
    ['viktor', '#general'],
    ['amira', '#leads'],
    ['leo', '#launch-2023'],
  ])('is refused to %s in %s', async (person, channel) => {
    const slack = await start();
    slack.administer.remove(channel, person);
    await expect(slack.actAs(person).join(channel)).rejects.toMatchObject({
      code: 'playground-cannot-join',
    });
  });
});
