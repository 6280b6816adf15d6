import { describe, expect, test } from 'vitest';
import type { Answer, AskRequest } from '../../src/answering/index.ts';
import { answered, createScriptedAsk } from '../fakes/scripted-ask.ts';
import { repliesInThread, untilQuiet } from './slack-journey.ts';
import { useSlackJourney } from './use-slack-journey.ts';

const start = useSlackJourney();

const question = 'How should we judge success?';
const note = 'Answered again after the question was edited.';

async function open(
  answer: (request: AskRequest) => Answer | Promise<Answer> = ({ question: asked }) =>
    answered([`About: ${asked}`]),
) {
  const scripted = createScriptedAsk(answer);
  const journey = await start({ ask: scripted.ask });
  const { slack } = journey;
  const amira = slack.actAs('amira');
  const channel = amira.directMessageChannel;
  return {
    ...journey,
    requests: scripted.requests,
    amira,
    channel,
    texts: (ts: string, place = channel) =>
      repliesInThread(slack, place, ts).map((message) => message.text),
    quiet: () => untilQuiet(journey),
    questions: async (ts: string, place = channel) =>
      (await journey.exchanges.latest(`${place}:${ts}`, 9)).map((exchange) => exchange.question),
  };
}

describe('an edited question', () => {
  test('is answered again, in place, and its old wording forgotten', async () => {
    const { amira, channel, texts, quiet, questions, slack } = await open();
    const asked = await amira.directMessage(question);
    await quiet();
    const [before] = repliesInThread(slack, channel, asked.ts);
    await amira.edit(channel, asked.ts, 'Who judges success?');
    await quiet();
    const [after] = repliesInThread(slack, channel, asked.ts);
    expect(after?.ts).toBe(before?.ts);
    expect(texts(asked.ts)).toEqual([expect.stringContaining('About: Who judges success?')]);
    expect(after?.text).toContain(note);
    expect(await questions(asked.ts)).toEqual(['Who judges success?']);
    expect(slack.agentThread(channel, asked.ts).title).toBe('Who judges success?');
  });

  test('in a channel is answered again, though its mention comes with it', async () => {
    const { amira, texts, quiet, requests } = await open();
    const asked = await amira.mention('general', question);
    await quiet();
    await amira.edit('general', asked.ts, '<@U0CONCORD01> Who judges it?');
    await quiet();
    expect(texts(asked.ts, 'general')).toEqual([expect.stringContaining('About: Who judges it?')]);
    expect(requests).toHaveLength(2);
  });

  test('is left alone when its words stay the same, as with the preview of a link', async () => {
    const { amira, channel, texts, quiet, requests, slack } = await open();
    const asked = await amira.directMessage(question);
    await quiet();
    await amira.edit(channel, asked.ts, `${question}  `);
    await quiet();
    expect(requests).toHaveLength(1);
    expect(texts(asked.ts)[0]).not.toContain(note);
    expect(slack.counters.lost).toBe(0);
  });

  test('is answered once, as it reads now, when nobody has taken it up before', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { amira, channel, texts, quiet, requests, inbox, slack } = await open(async (request) => {
      if (request.question === question) await held;
      return answered([`About: ${request.question}`]);
    });
    const first = await amira.directMessage(question);
    await expect.poll(() => requests.length).toBe(1);
    const second = await amira.directMessage('And whoo?', { threadTs: first.ts });
    await slack.settled(2_000);
    await amira.edit(channel, second.ts, 'And who?');
    await slack.settled(2_000);
    expect(await inbox.countOpen()).toBe(2);
    release();
    await quiet();
    expect(requests.map((request) => request.question)).toEqual([question, 'And who?']);
    expect(texts(first.ts)).toHaveLength(2);
    expect(texts(first.ts)[1]).not.toContain(note);
  });

  test('shows no answer that is no longer to the question, when there is none now', async () => {
    const { amira, channel, texts, quiet } = await open(({ question: asked }) =>
      asked === question
        ? answered(['An answer.'])
        : { kind: 'abstention', reason: 'nothing-relevant', nearest: [] },
    );
    const asked = await amira.directMessage(question);
    await quiet();
    await amira.edit(channel, asked.ts, 'What is the weather?');
    await quiet();
    expect(texts(asked.ts)).toEqual([`The library does not answer this.\n${note}`]);
  });

  test('that cannot be answered again is apologised for', async () => {
    const { amira, channel, texts, quiet } = await open(({ question: asked }) => {
      if (asked !== question) throw new TypeError('nothing works');
      return answered(['An answer.']);
    });
    const asked = await amira.directMessage(question);
    await quiet();
    await amira.edit(channel, asked.ts, 'Who judges it?');
    await quiet();
    expect(texts(asked.ts)).toEqual([
      expect.stringContaining('An answer.'),
      expect.stringMatching(/^Sorry, .*the edited question was not answered\..*Reference: C-/),
    ]);
  });
});

test('an apology goes once the question was edited and answered', async () => {
  const { amira, channel, texts, quiet } = await open(({ question: asked }) => {
    if (asked === question) throw new TypeError('nothing works');
    return answered(['An answer.']);
  });
  const asked = await amira.directMessage(question);
  await quiet();
  expect(texts(asked.ts)).toEqual([expect.stringMatching(/^Sorry/)]);
  await amira.edit(channel, asked.ts, 'Who judges it?');
  await quiet();
  expect(texts(asked.ts)).toEqual([expect.stringContaining('An answer.')]);
});

describe('a deleted question', () => {
  test('takes an apology with it', async () => {
    const { amira, channel, texts, quiet, slack } = await open(() => {
      throw new TypeError('nothing works');
    });
    const asked = await amira.directMessage(question);
    await quiet();
    expect(texts(asked.ts)).toHaveLength(1);
    await amira.delete(channel, asked.ts);
    await quiet();
    expect(slack.messages(channel).filter((message) => message.isFromApp)).toEqual([]);
  });

  test('takes its answer with it, and what was stored', async () => {
    const { amira, channel, quiet, questions, slack } = await open();
    const asked = await amira.directMessage(question);
    await quiet();
    await amira.delete(channel, asked.ts);
    await quiet();
    expect(slack.messages(channel).filter((message) => message.isFromApp)).toEqual([]);
    expect(await questions(asked.ts)).toEqual([]);
  });

  test('takes an answer of several messages with it', async () => {
    const long = Array.from({ length: 12 }, (_, index) => `${index} ${'long '.repeat(400)}`);
    const { amira, texts, quiet } = await open(() => answered(long));
    const asked = await amira.mention('general', question);
    await quiet();
    expect(texts(asked.ts, 'general').length).toBeGreaterThan(1);
    await amira.delete('general', asked.ts);
    await quiet();
    expect(texts(asked.ts, 'general')).toEqual([]);
  });

  test('leaves a word where people have gone on from the answer', async () => {
    const { amira, texts, quiet, questions, slack } = await open();
    const asked = await amira.mention('general', question);
    await quiet();
    await slack.actAs('tom').post('general', '@leo look at this', { threadTs: asked.ts });
    await amira.delete('general', asked.ts);
    await quiet();
    expect(texts(asked.ts, 'general')).toEqual(['The question was deleted.']);
    expect(await questions(asked.ts, 'C0GENERAL00')).toEqual([]);
  });

  test('is not answered when nobody has taken it up', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { amira, channel, texts, quiet, requests, slack } = await open(async () => {
      await held;
      return answered(['An answer.']);
    });
    const first = await amira.directMessage(question);
    await expect.poll(() => requests.length).toBe(1);
    const second = await amira.directMessage('And who?', { threadTs: first.ts });
    await slack.settled(2_000);
    await amira.delete(channel, second.ts);
    await slack.settled(2_000);
    release();
    await quiet();
    expect(requests).toHaveLength(1);
    expect(texts(first.ts)).toHaveLength(1);
  });

  test('while it is answered loses the answer right after', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { amira, quiet, requests, slack, questions } = await open(async () => {
      await held;
      return answered(['An answer.']);
    });
    const asked = await amira.mention('general', question);
    await expect.poll(() => requests.length).toBe(1);
    await slack.actAs('tom').post('general', '@leo hm', { threadTs: asked.ts });
    await amira.delete('general', asked.ts);
    await slack.settled(2_000);
    release();
    await quiet();
    expect(repliesInThread(slack, 'general', asked.ts)).toEqual([]);
    expect(await questions(asked.ts, 'C0GENERAL00')).toEqual([]);
  });

  test('of somebody else’s thread leaves other answers alone', async () => {
    const { amira, texts, quiet } = await open();
    const first = await amira.mention('general', question);
    await quiet();
    const other = await amira.mention('general', 'Who judges it?');
    await quiet();
    await amira.delete('general', other.ts);
    await quiet();
    expect(texts(first.ts, 'general')).toHaveLength(1);
  });
});
