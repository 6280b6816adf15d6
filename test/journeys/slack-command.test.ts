import { describe, expect, test } from 'vitest';
import type { Answer, Answered } from '../../src/answering/index.ts';
import type { Publication } from '../../src/library/index.ts';
import type { EphemeralMessage, LocalSlack, Message } from '../../src/playground/index.ts';
import { shareActions } from '../../src/slack/incoming/share-request.ts';
import { samplePublication } from '../fakes/sample-publication.ts';
import { answered, createScriptedAsk } from '../fakes/scripted-ask.ts';
import { createScriptedLibrary } from '../fakes/scripted-library.ts';
import { type SlackJourneyOptions, untilQuiet, visibleText } from './slack-journey.ts';
import { useSlackJourney } from './use-slack-journey.ts';

/** As after half an hour, or the fifth answer. */
function useUpResponseAddresses({ workspace }: LocalSlack): void {
  for (const address of Object.values(workspace.responseAddresses)) address.uses = 5;
}

const shown = (message: EphemeralMessage | Message | undefined): string =>
  message === undefined ? '' : visibleText(message);

const start = useSlackJourney();

const question = 'How should we judge success?';
const claim = 'Success is judged by outcomes.';
const forAll = samplePublication();
const forLeads = samplePublication({ id: 'board', title: 'Board paper', audience: 'leads' });

async function open(
  answer: (audiences: readonly string[]) => Answer | Promise<Answer> = () => answered([claim]),
  options: Partial<SlackJourneyOptions> = {},
  publications: Publication[] = [forAll, forLeads],
) {
  const scripted = createScriptedAsk(({ audiences }) => answer(audiences));
  const questions = [{ title: 'Values', question: 'What are the common values?' }];
  const library = createScriptedLibrary({ publications, questions });
  const journey = await start({ ask: scripted.ask, library, ...options });
  const { slack } = journey;

  /** What a person alone was shown in a channel, once Concord owes nothing any more. */
  const seenBy = async (person: string, channel: string): Promise<EphemeralMessage[]> => {
    await untilQuiet(journey);
    return [...slack.ephemeralMessages(channel, person)];
  };
  const ask = async (person: string, channel: string, text: string): Promise<EphemeralMessage> => {
    await slack.actAs(person).slash('/ask', text, channel);
    const reply = (await seenBy(person, channel)).at(-1);
    if (reply === undefined) throw new Error('nothing was answered');
    return reply;
  };
  const posted = (channel: string) =>
    slack.messages(channel).filter((message) => message.isFromApp);
  return { ...journey, requests: scripted.requests, ask, seenBy, posted };
}

describe('/ask', () => {
  test('answers the asker alone, from what they may read', async () => {
    const { ask, posted, requests } = await open(undefined, { leadUserIds: ['U0LEO000000'] });
    const reply = await ask('leo', 'general', question);
    expect(reply.text).toContain(`${claim} [1]`);
    expect(visibleText(reply)).toContain('Share with the channel');
    expect(visibleText(reply)).toContain('Only you can see this answer.');
    expect(posted('general')).toEqual([]);
    expect(requests).toEqual([expect.objectContaining({ question, asker: 'U0LEO000000' })]);
    expect(requests[0]?.audiences).toContain('leads');
  });

  test.each(['', '  ', 'help'])('with %j says how to use it, with examples', async (text) => {
    const { ask, requests } = await open();
    const reply = await ask('amira', 'general', text);
    expect(reply.text).toContain('Write your question after /ask');
    expect(reply.text).toContain('/ask What are the common values?');
    expect(requests).toEqual([]);
  });

  test('works where Concord is not, and says how to invite it', async () => {
    const { ask, slack } = await open();
    const reply = await ask('amira', 'coffee', question);
    expect(reply.text).toContain(claim);
    expect(visibleText(reply)).toContain('/invite @Concord');
    expect(visibleText(reply)).not.toContain(shareActions.share);
    expect(slack.messages('coffee')).toEqual([]);
  });

  test('in the conversation with Concord has nobody to share with', async () => {
    const { ask, slack } = await open();
    const reply = await ask('amira', slack.actAs('amira').directMessageChannel, question);
    expect(reply.text).toContain(claim);
    expect(visibleText(reply)).not.toMatch(/Share with|invite/);
  });

  test('is kept from when it is acknowledged until it is answered', async () => {
    let release = (_answer: Answer): void => {};
    const held = new Promise<Answer>((resolve) => {
      release = resolve;
    });
    const { slack, inbox, seenBy } = await open(() => held);
    const sent = await slack.actAs('amira').slash('/ask', question, 'general');
    expect(sent.acknowledged).toBe(true);
    expect(await inbox.countOpen()).toBe(1);
    release(answered([claim]));
    expect(await seenBy('amira', 'general')).toHaveLength(1);
  });

  test('is answered in a direct message when Slack takes no more answers there', async () => {
    const { slack, seenBy } = await open(() => {
      useUpResponseAddresses(slack);
      return answered([claim]);
    });
    const amira = slack.actAs('amira');
    await amira.slash('/ask', question, 'general');
    const reply = await slack.waitForReply({ channel: amira.directMessageChannel }, 3_000);
    expect(reply.text).toContain(claim);
    expect(await seenBy('amira', 'general')).toEqual([]);
  });

  test('that goes wrong is apologised for where it was asked, with a reference', async () => {
    const { slack, seenBy } = await open(() => {
      throw new TypeError('nothing works');
    });
    await slack.actAs('amira').slash('/ask', question, 'general');
    const [reply] = await seenBy('amira', 'general');
    expect(reply?.text).toMatch(/^Sorry, .*ask it again\. Reference: C-[0-9a-f]{8}\.$/);
  });
});

describe('Share with the channel', () => {
  const share = shareActions.share;

  test('shows everybody the answer, who asked and what, once', async () => {
    const { slack, ask, seenBy, posted } = await open();
    const reply = await ask('amira', 'general', question);
    const amira = slack.actAs('amira');
    await Promise.all([
      amira.clickButton('general', reply.ts, share),
      amira.clickButton('general', reply.ts, share),
    ]);
    const [after] = await seenBy('amira', 'general');
    expect(posted('general')).toHaveLength(1);
    const [message] = posted('general');
    expect(message?.threadTs).toBeNull();
    expect(JSON.stringify(message?.blocks)).toContain(`<@U0AMIRA0000> asked: _${question}_`);
    expect(message?.text).toContain(claim);
    expect(after?.text).toContain('Shared with the channel.');
    expect(shown(after)).not.toContain(share);
  });

  test('can be followed up below, by anybody, without a mention', async () => {
    const { slack, ask, seenBy, posted, requests, exchanges } = await open(undefined, {
      leadUserIds: ['U0LEO000000'],
    });
    const reply = await ask('leo', 'general', question);
    await slack.actAs('leo').clickButton('general', reply.ts, share);
    await seenBy('leo', 'general');
    const [shared] = posted('general');
    await slack.actAs('tom').post('general', 'And who decides?', { threadTs: shared?.ts ?? '' });
    await seenBy('leo', 'general');
    const conversation = `C0GENERAL00:${shared?.ts}`;
    expect(requests.at(-1)).toMatchObject({ question: 'And who decides?', conversation });
    expect(posted('general')).toHaveLength(2);
    const remembered = await exchanges.latest(conversation, 5);
    expect(remembered.map((exchange) => [exchange.question, exchange.audiences])).toContainEqual([
      question,
      ['public', 'members'],
    ]);
  });

  test('is refused while the channel may not read a source; asking again shares what it may', async () => {
    const answer = (audiences: readonly string[]): Answered =>
      audiences.includes('leads') ? answered(['For leads.'], forLeads) : answered([claim]);
    const { slack, ask, seenBy, posted, requests } = await open(answer, {
      leadUserIds: ['U0LEO000000'],
    });
    const leo = slack.actAs('leo');
    const reply = await ask('leo', 'general', question);
    await leo.clickButton('general', reply.ts, share);
    const [refused] = await seenBy('leo', 'general');
    expect(posted('general')).toEqual([]);
    expect(refused?.text).toContain('not everybody here may read source [1]');
    await leo.clickButton('general', reply.ts, shareActions.askAgain);
    await seenBy('leo', 'general');
    expect(posted('general').map(({ text }) => text)).toEqual([expect.stringContaining(claim)]);
    expect(shown(posted('general')[0])).not.toContain('For leads');
    expect(requests.at(-1)?.audiences).toEqual(['public', 'members']);
  });

  test('is refused where a guest has joined since', async () => {
    const members = samplePublication({ audience: 'members' });
    const { slack, ask, seenBy, posted } = await open(() => answered([claim], members), {}, [
      members,
    ]);
    const reply = await ask('amira', 'general', question);
    slack.administer.invite('general', 'george');
    await slack.settled(2_000);
    await slack.actAs('amira').clickButton('general', reply.ts, share);
    const [refused] = await seenBy('amira', 'general');
    expect(posted('general')).toEqual([]);
    expect(refused?.text).toContain('not everybody here may read');
  });

  test('is refused when a source has left the library since', async () => {
    const { slack, ask, seenBy, posted } = await open(undefined, {}, []);
    const reply = await ask('amira', 'general', question);
    await slack.actAs('amira').clickButton('general', reply.ts, share);
    const [refused] = await seenBy('amira', 'general');
    expect(posted('general')).toEqual([]);
    expect(refused?.text).toContain('changed or left the library');
  });

  test('says so when the library has no answer for the channel', async () => {
    const { slack, ask, seenBy, posted } = await open(
      (audiences) =>
        audiences.includes('leads')
          ? answered(['For leads.'], forLeads)
          : { kind: 'abstention', reason: 'nothing-relevant', nearest: [] },
      { leadUserIds: ['U0LEO000000'] },
    );
    const leo = slack.actAs('leo');
    const reply = await ask('leo', 'general', question);
    await leo.clickButton('general', reply.ts, share);
    await seenBy('leo', 'general');
    await leo.clickButton('general', reply.ts, shareActions.askAgain);
    const [after] = await seenBy('leo', 'general');
    expect(after?.text).toContain('the library does not answer this. Nothing was shared.');
    expect(posted('general')).toEqual([]);
  });

  test('tells how to invite Concord where it was removed, and works after that', async () => {
    const { slack, ask, seenBy, posted } = await open();
    const amira = slack.actAs('amira');
    const reply = await ask('amira', 'general', question);
    slack.administer.remove('general', 'concord');
    await amira.clickButton('general', reply.ts, share);
    expect((await seenBy('amira', 'general')).at(-1)?.text).toContain('/invite @Concord');
    slack.administer.invite('general', 'concord');
    await amira.clickButton('general', reply.ts, share);
    await seenBy('amira', 'general');
    expect(posted('general')).toHaveLength(1);
  });
});
