import { LLMock } from '@copilotkit/aimock';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { honestAnswer, promptName, promptText } from './model-answers.ts';
import {
  budget,
  letters,
  lettersQuestion,
  outcomes,
  patienceMs,
  pharmacists,
  sameDay,
  useModelJourney,
} from './model-journey.ts';
import { repliesInThread, untilQuiet, visibleText } from './slack-journey.ts';

const service = new LLMock({ port: 0 });
const withJourney = useModelJourney();

beforeAll(async () => {
  await service.start();
});
afterEach(() => {
  service.clearFixtures();
  service.clearRequests();
});
afterAll(() => service.stop());

const sentences = [letters, sameDay, pharmacists, outcomes, budget];
const url = (): string => `${service.url}/v1`;

/** Claims those sentences of the library that it is shown; condenses every follow-up into this. */
function answerHonestly(condensed = ''): void {
  service.on({ predicate: (request) => promptName(request) === 'compose-answer' }, (request) => {
    const prompt = promptText(request);
    const shown = sentences.filter((sentence) => prompt.includes(sentence));
    return {
      content: honestAnswer(request, shown),
      usage: { prompt_tokens: 900, completion_tokens: 100 },
    };
  });
  service.on(
    { predicate: (request) => promptName(request) === 'condense-question' },
    { content: JSON.stringify({ question: condensed }) },
  );
}

const prompts = (name: string): string[] =>
  service
    .getRequests()
    .flatMap(({ body }) => (body !== null && 'messages' in body ? [body as never] : []))
    .filter((body) => promptName(body) === name)
    .map((body) => promptText(body));

describe('a follow-up in a thread', () => {
  test('is condensed with what was said in this thread, and in no other', async () => {
    answerHonestly('Who checked every medicine before the patient left?');
    await withJourney({ url: url() }, async (journey) => {
      const { slack } = journey;
      const amira = slack.actAs('amira');
      await amira.mention('general', 'By what is joint working judged?');
      const first = await amira.mention('general', lettersQuestion);
      await untilQuiet(journey, patienceMs);
      await amira.mention('general', 'And who checked it?', { threadTs: first.ts });
      await untilQuiet(journey, patienceMs);
      const [condense, ...others] = prompts('condense-question');
      expect(others).toEqual([]);
      expect(condense).toContain(lettersQuestion);
      expect(condense).toContain(letters);
      expect(condense).toContain('And who checked it?');
      expect(condense).not.toContain('joint working');
      const kept = await journey.exchanges.latest(`${first.channel}:${first.ts}`, 5);
      expect(kept.at(-1)?.standaloneQuestion).toBe(
        'Who checked every medicine before the patient left?',
      );
      expect(repliesInThread(slack, first.channel, first.ts)).toHaveLength(2);
    });
  });

  test('takes nothing from an answer that its reader might not have had', async () => {
    answerHonestly('What does the board keep?');
    await withJourney({ url: url(), leadGroups: ['leads'] }, async (journey) => {
      const { slack } = journey;
      const leo = slack.actAs('leo');
      const first = await leo.directMessage('What reserve does the board keep?');
      await untilQuiet(journey, patienceMs);
      const thread = { threadTs: first.ts };
      const replies = () => repliesInThread(slack, first.channel, first.ts).map(visibleText);
      expect(replies()[0]).toContain('75,000');
      slack.administer.setGroupMembers('leads', ['sofia']);
      await untilQuiet(journey, patienceMs);
      await leo.directMessage('And by what outcomes is it judged?', thread);
      await untilQuiet(journey, patienceMs);
      const asked = service.getRequests().slice(1);
      expect(asked.length).toBeGreaterThan(0);
      expect(JSON.stringify(asked)).not.toMatch(/75,000|reserve does the board/);
      expect(replies()).toHaveLength(2);
      expect(replies()[1]).not.toContain('75,000');
    });
  });
});

describe('a model', () => {
  test('answers a command for the asker alone', async () => {
    answerHonestly();
    await withJourney({ url: url() }, async (journey) => {
      const { slack } = journey;
      await slack.actAs('amira').slash('/ask', lettersQuestion, 'general');
      await untilQuiet(journey, patienceMs);
      const [seen] = slack.ephemeralMessages('general', 'amira');
      expect(visibleText(seen ?? { text: '', blocks: [] })).toContain(pharmacists);
      expect(slack.messages('general').filter(({ isFromApp }) => isFromApp)).toEqual([]);
      expect(prompts('compose-answer')).toHaveLength(1);
    });
  });

  test('answers what is asked about a message', async () => {
    answerHonestly();
    await withJourney({ url: url() }, async (journey) => {
      const { slack } = journey;
      const root = await slack.actAs('tom').post('general', 'We talk about letters.');
      const amira = slack.actAs('amira');
      await amira.messageShortcut('ask_about_message', 'general', root.ts);
      await expect.poll(() => amira.modal).not.toBeNull();
      await amira.submitView({ 'question-text': lettersQuestion });
      await untilQuiet(journey, patienceMs);
      const [question, reply] = slack
        .messages(amira.directMessageChannel)
        .filter(({ isFromApp }) => isFromApp);
      expect(visibleText(reply ?? { text: '', blocks: [] })).toContain(pharmacists);
      expect(slack.agentThread(amira.directMessageChannel, question?.ts ?? '')).toMatchObject({
        status: '',
        sessionStatus: 'active',
      });
    });
  });

  test('is not asked once a person’s budget is spent, which they are told', async () => {
    answerHonestly();
    const environment = { BUDGET_PERSON_DAY_TOKENS: '500' };
    await withJourney({ url: url(), environment }, async (journey) => {
      const { slack } = journey;
      const ask = async (person: string, text: string): Promise<string> => {
        const { channel, ts } = await slack.actAs(person).mention('general', text);
        await untilQuiet(journey, patienceMs);
        expect(slack.agentThread(channel, ts)).toMatchObject({
          status: '',
          sessionStatus: 'active',
        });
        return repliesInThread(slack, channel, ts).map(visibleText).join();
      };
      expect(await ask('amira', lettersQuestion)).not.toContain('budget');
      const second = await ask('amira', 'What did the discharge audit find about two days?');
      expect(second).toContain('The budget for the language model is used up until');
      expect(second).toContain(letters);
      expect(prompts('compose-answer')).toHaveLength(1);
      expect(await ask('tom', 'How many letters did the audit look at?')).not.toContain('budget');
      expect(prompts('compose-answer')).toHaveLength(2);
    });
  });
});
