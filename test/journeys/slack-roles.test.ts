import { describe, expect, test } from 'vitest';
import { createQuotedLibrary } from '../fakes/quoted-library.ts';
import { createScriptedAsk } from '../fakes/scripted-ask.ts';
import { type SlackJourney, type SlackJourneyOptions, untilQuiet } from './slack-journey.ts';
import { useSlackJourney } from './use-slack-journey.ts';

const start = useSlackJourney();

const question = 'How should we judge success?';

/** The user groups @leads and @staff decide who is what. */
async function open(options: Partial<SlackJourneyOptions> = {}) {
  const library = createQuotedLibrary({ audience: 'leads' });
  const scripted = createScriptedAsk(() => library.answer);
  const journey = await start({
    ask: scripted.ask,
    library: library.view,
    leadGroups: ['leads'],
    staffGroups: ['@staff'],
    ...options,
  });
  const { slack } = journey;
  /** Asks in the conversation with Concord; what the answer may draw on. */
  const audiencesOf = async (person: string) => {
    await slack.actAs(person).directMessage(question);
    await untilQuiet(journey);
    return scripted.requests.at(-1)?.audiences;
  };
  const changeGroup = async (handle: string, people: string[]) => {
    slack.administer.setGroupMembers(handle, people);
    await slack.settled(3_000);
  };
  return { ...journey, library, audiencesOf, changeGroup };
}

describe('what somebody may read follows from the user groups they are in', () => {
  test('as lead, as staff, or as neither', async () => {
    const { audiencesOf } = await open();
    expect(await audiencesOf('leo')).toEqual(['public', 'members', 'leads', 'group:leads']);
    expect(await audiencesOf('sofia')).toEqual([
      'public',
      'members',
      'leads',
      'staff',
      'group:staff',
    ]);
    expect(await audiencesOf('amira')).toEqual(['public', 'members']);
  });

  test('from the moment they join or leave one', async () => {
    const { audiencesOf, changeGroup } = await open();
    expect(await audiencesOf('amira')).toEqual(['public', 'members']);
    await changeGroup('leads', ['leo', 'amira']);
    expect(await audiencesOf('amira')).toContain('leads');
    await changeGroup('leads', ['leo']);
    expect(await audiencesOf('amira')).toEqual(['public', 'members']);
  });

  test('but a guest or somebody of another organisation stays one in any group', async () => {
    const { audiencesOf, changeGroup } = await open();
    await changeGroup('leads', ['george', 'una', 'viktor']);
    await changeGroup('staff', ['george', 'una', 'viktor']);
    expect(await audiencesOf('george')).toEqual(['public']);
    expect(await audiencesOf('una')).toEqual(['public']);
    expect(await audiencesOf('viktor')).toEqual(['public']);
  });

  test('and is no more than a member’s while Slack does not tell who is in them', async () => {
    const { audiencesOf, slack } = await open({ leadUserIds: ['U0TOM000000'] });
    for (let count = 0; count < 3; count += 1) slack.faults.failNext('usergroups.list');
    expect(await audiencesOf('leo')).toEqual(['public', 'members']);
    expect(await audiencesOf('tom')).toEqual(['public', 'members', 'leads']);
  });
});

describe('in a channel, a lead', () => {
  const note = 'only what all of them may read was searched';
  const answerIn = async ({ slack }: SlackJourney, person: string) => {
    const asked = await slack.actAs(person).mention('general', question);
    return slack.waitForReply({ channel: 'general', threadTs: asked.ts }, 5_000);
  };

  test('is told that they may read more by themselves, if there is more', async () => {
    const journey = await open();
    journey.library.view.count = async (audiences) => (audiences.includes('leads') ? 24 : 20);
    expect(JSON.stringify((await answerIn(journey, 'leo')).blocks)).toContain(note);
    expect(JSON.stringify((await answerIn(journey, 'amira')).blocks)).not.toContain(note);
  });

  test('is told nothing of the kind if there is not', async () => {
    const journey = await open();
    expect(JSON.stringify((await answerIn(journey, 'leo')).blocks)).not.toContain(note);
  });
});

describe('a role is looked at when something is done', () => {
  test('not only when the button for it was drawn', async () => {
    const { slack, changeGroup, library } = await open();
    const leo = slack.actAs('leo');
    const asked = await leo.directMessage(question);
    const channel = leo.directMessageChannel;
    const reply = await slack.waitForReply({ channel, threadTs: asked.ts }, 5_000);
    await leo.clickButton(channel, reply.ts, 'show-quote-1');
    await expect.poll(() => JSON.stringify(leo.modal?.blocks ?? '')).toContain(library.quoted);
    await leo.closeView();
    await changeGroup('leads', []);
    await leo.clickButton(channel, reply.ts, 'show-quote-1');
    await expect
      .poll(() => JSON.stringify(leo.modal?.blocks ?? ''))
      .toContain('You may not read this publication now');
  });

  test('and the App Home names it', async () => {
    const { slack, changeGroup } = await open();
    const leo = slack.actAs('leo');
    const home = () => JSON.stringify(leo.home?.blocks ?? '');
    await leo.openHome();
    await expect.poll(home).toContain('You are a *lead*');
    expect(home()).toContain('Your groups: leads.');
    await changeGroup('leads', []);
    await leo.openHome();
    await expect.poll(home).toContain('You are a *member*');
  });
});
