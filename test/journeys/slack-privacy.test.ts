import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answering/index.ts';
import type { LibraryView } from '../../src/slack/index.ts';
import { samplePublication } from '../fakes/sample-publication.ts';
import { answered, createScriptedAsk } from '../fakes/scripted-ask.ts';
import { createScriptedLibrary } from '../fakes/scripted-library.ts';
import { type SlackJourneyOptions, untilQuiet, visibleText } from './slack-journey.ts';
import { useSlackJourney } from './use-slack-journey.ts';

const start = useSlackJourney();

async function open(
  answer: () => Answer = () => answered(['Success is judged by outcomes.']),
  options: Partial<SlackJourneyOptions> = {},
) {
  const scripted = createScriptedAsk(answer);
  const journey = await start({ ask: scripted.ask, ...options });
  return { ...journey, requests: scripted.requests };
}

const question = 'How should we judge success?';

describe('an answer draws on', () => {
  test.each([
    ['members’ publications in a channel of members', 'general', ['public', 'members']],
    ['public ones where a guest reads along', 'primary-care', ['public']],
    ['public ones where a single-channel guest reads along', 'patient-voice', ['public']],
    ['public ones in a channel shared with others', 'with-neighbours', ['public']],
    ['members’ ones in a private channel, though leads ask', 'leads', ['public', 'members']],
  ])('%s', async (_name, channel, audiences) => {
    const journey = await open(undefined, { leadUserIds: ['U0LEO000000'] });
    const asker = channel === 'leads' || channel === 'with-neighbours' ? 'leo' : 'amira';
    const person = channel === 'primary-care' || channel === 'patient-voice' ? 'sofia' : asker;
    await journey.slack.actAs(person).mention(channel, question);
    await untilQuiet(journey);
    expect(journey.requests).toEqual([expect.objectContaining({ audiences })]);
  });

  test.each([
    ['amira', ['public', 'members']],
    ['leo', ['public', 'members', 'leads', 'group:leads']],
    ['sofia', ['public', 'members', 'leads', 'staff', 'group:staff']],
    ['george', ['public']],
    ['una', ['public']],
  ])('what %s may read, in a direct message', async (person, audiences) => {
    const journey = await open(undefined, {
      leadUserIds: ['U0LEO000000', 'U0GEORGE000'],
      staffUserIds: ['U0SOFIA0000'],
    });
    await journey.slack.actAs(person).directMessage(question);
    await untilQuiet(journey);
    expect(journey.requests).toEqual([expect.objectContaining({ audiences })]);
  });

  test('public ones while Slack does not say who is in the channel', async () => {
    const journey = await open();
    for (let count = 0; count < 3; count += 1) {
      journey.slack.faults.failNext('conversations.members');
    }
    await journey.slack.actAs('amira').mention('general', question);
    await untilQuiet(journey);
    expect(journey.requests).toEqual([expect.objectContaining({ audiences: ['public'] })]);
  });

  test('and says so where the asker alone might read more', async () => {
    const library: LibraryView = {
      ...createScriptedLibrary(),
      count: async (audiences) => (audiences.includes('staff') ? 24 : 20),
    };
    const journey = await open(undefined, { staffUserIds: ['U0SOFIA0000'], library });
    const asked = await journey.slack.actAs('sofia').mention('general', question);
    const reply = await journey.slack.waitForReply(
      { channel: 'general', threadTs: asked.ts },
      3_000,
    );
    expect(visibleText(reply)).toContain('In a direct message I can search all that you may read.');
  });
});

describe('nothing that anybody wrote', () => {
  const hostile =
    '<!channel> <!here|here> <!everyone> <!subteam^S0LEADS0000> <@U0AMIRA0000> <#C0GENERAL00> <https://evil.example/?q=secret|click> https://evil.example/a & <b>';

  test('calls people, and only a publication’s own link is a link', async () => {
    const link = 'https://library.example/values?a=1&b=2';
    const publication = samplePublication({ title: `Values ${hostile}`, link });
    const other = { ...publication, link: null, status: 'superseded', supersededBy: hostile };
    const journey = await open(() => ({
      ...answered([`A claim ${hostile}`], publication),
      sources: [
        { number: 1, publication, heading: hostile, pages: [] },
        { number: 2, publication: { ...other, status: 'superseded' }, heading: hostile, pages: [] },
      ],
    }));
    const asked = await journey.slack.actAs('amira').mention('general', `${question} ${hostile}`);
    const reply = await journey.slack.waitForReply(
      { channel: 'general', threadTs: asked.ts },
      3_000,
    );
    const shown = visibleText(reply);
    expect(shown).not.toMatch(/<[!@#]/);
    expect(shown).not.toContain('evil.example');
    expect(shown.match(/<http[^|>]*/g)).toEqual(['<https://library.example/values?a=1&amp;b=2']);
    expect(shown).toContain('(library.example)');
    expect(shown).toContain('&lt;!channel&gt;');
    expect(shown).toContain('&amp; &lt;b&gt;');
    const post = journey.slack.calls.find((call) => call.method === 'chat.postMessage');
    expect(post?.arguments).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
  });

  test('is written to the log, nor any token', async () => {
    const lines: string[] = [];
    const record = (...parts: unknown[]) => void lines.push(JSON.stringify(parts));
    const log = { debug: record, info: record, warn: record, error: record };
    const journey = await open(undefined, { log: log as never });
    journey.slack.faults.failNext('chat.postMessage', { afterEffect: true });
    journey.slack.faults.failNext('users.info', { status: 200, error: 'user_not_found' });
    await journey.slack.actAs('amira').mention('general', `${question} Secretword?`);
    await untilQuiet(journey);
    const all = lines.join('\n');
    expect(all).toContain('event-handled');
    expect(all).not.toContain('Secretword');
    expect(all).not.toContain('outcomes');
    expect(all).not.toContain(journey.slack.botToken);
    expect(all).not.toContain(journey.slack.appToken);
  });

  test('is kept in the inbox once it is answered', async () => {
    const journey = await open();
    await journey.slack.actAs('amira').mention('general', `${question} Secretword?`);
    await untilQuiet(journey);
    const rows = await journey.database.db.selectFrom('inbox_events').selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('Secretword');
  });
});
