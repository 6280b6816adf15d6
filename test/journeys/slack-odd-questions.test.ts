import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answering/index.ts';
import { samplePublication } from '../fakes/sample-publication.ts';
import { answered, createScriptedAsk } from '../fakes/scripted-ask.ts';
import { createScriptedLibrary } from '../fakes/scripted-library.ts';
import { repliesInThread, untilQuiet, visibleText } from './slack-journey.ts';
import { useSlackJourney } from './use-slack-journey.ts';

const start = useSlackJourney();

const nothing: Answer = { kind: 'abstention', reason: 'nothing-relevant', nearest: [] };
const minutes = { name: 'minutes.txt', mimeType: 'text/plain', bytes: new Uint8Array([65]) };

async function open(answer: () => Answer | Promise<Answer> = () => answered(['An answer.'])) {
  const scripted = createScriptedAsk(answer);
  const library = createScriptedLibrary({
    publications: [samplePublication()],
    questions: [{ title: 'Values', question: 'What are the common values?' }],
  });
  const journey = await start({ ask: scripted.ask, library });
  const { slack } = journey;
  const amira = slack.actAs('amira');
  /** What Concord said in a thread of the conversation with it, once it owes nothing more. */
  const answersTo = async (ts: string, channel = amira.directMessageChannel) => {
    await untilQuiet(journey);
    return repliesInThread(slack, channel, ts).map(visibleText);
  };
  return { ...journey, amira, answersTo, requests: scripted.requests };
}

describe('a very long question', () => {
  test('is looked up by its sentences with a question mark, and says so', async () => {
    const { amira, answersTo, requests } = await open();
    const story = 'There was a long meeting about it. '.repeat(200);
    const asked = await amira.directMessage(`${story}How is success judged? ${story}Who decides?`);
    const [reply] = await answersTo(asked.ts);
    expect(requests[0]?.question).toBe('How is success judged? Who decides?');
    expect(reply).toContain('only its sentences with a question mark were looked up');
  });

  test('without any is looked up by its beginning, and says so', async () => {
    const { amira, answersTo, requests } = await open();
    const asked = await amira.directMessage('success judged by outcomes '.repeat(400));
    const [reply] = await answersTo(asked.ts);
    expect(requests[0]?.question.length).toBeLessThanOrEqual(2_000);
    expect(reply).toContain('only the first 2,000 were looked up');
  });
});

describe('a file', () => {
  test('with a question is left unread, which the answer says', async () => {
    const { amira, answersTo } = await open();
    const text = 'How is success judged?';
    const shared = await amira.upload(amira.directMessageChannel, { ...minutes, text });
    const [reply] = await answersTo(shared.ts);
    expect(reply).toContain('An answer.');
    expect(reply).toContain('The file was not read');
  });

  test('in a thread of others is left alone', async () => {
    const { amira, answersTo } = await open();
    const root = await amira.mention('general', 'How is success judged?');
    await answersTo(root.ts, 'general');
    await amira.upload('general', minutes, { threadTs: root.ts });
    expect(await answersTo(root.ts, 'general')).toHaveLength(1);
  });
});

describe('a question in another language', () => {
  const polish = 'Jak powinniśmy oceniać, czy wspólna praca się udaje?';

  test('is searched for like any other', async () => {
    const { amira, answersTo } = await open();
    const asked = await amira.directMessage(polish);
    const [reply] = await answersTo(asked.ts);
    expect(reply).toContain('An answer.');
    expect(reply).not.toContain('Polish');
  });

  test('without an answer says in which language there may be one', async () => {
    const { amira, answersTo } = await open(() => nothing);
    const asked = await amira.directMessage(polish);
    const [reply] = await answersTo(asked.ts);
    expect(reply).toContain('Your question seems to be in Polish. The library is in English');
    const english = await amira.directMessage('How is success judged?');
    expect((await answersTo(english.ts))[0]).not.toContain('seems to be in');
  });
});

describe('nobody is answered', () => {
  test('who has left since they asked', async () => {
    const { amira, answersTo, requests, slack } = await open();
    slack.faults.failNext('users.info', { delayMs: 100 });
    slack.administer.changePerson('amira', { deleted: true });
    const asked = await amira.mention('general', 'How is success judged?');
    expect(await answersTo(asked.ts, 'general')).toEqual([]);
    expect(requests).toEqual([]);
  });

  test('in a channel that was archived meanwhile, and nothing goes on about it', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { amira, answersTo, slack, requests } = await open(async () => {
      await held;
      return answered(['An answer.']);
    });
    const asked = await amira.mention('general', 'How is success judged?');
    await expect.poll(() => requests.length).toBe(1);
    slack.administer.archive('general', 'sofia');
    release();
    expect(await answersTo(asked.ts, 'general')).toEqual([]);
    expect(requests).toHaveLength(1);
  });

  test('when people talk to each other where Concord has answered', async () => {
    const { amira, answersTo, slack, requests } = await open();
    const root = await amira.mention('general', 'How is success judged?');
    await answersTo(root.ts, 'general');
    await slack.actAs('tom').post('general', '@amira shall we?', { threadTs: root.ts });
    expect(await answersTo(root.ts, 'general')).toHaveLength(1);
    expect(requests).toHaveLength(1);
  });
});
