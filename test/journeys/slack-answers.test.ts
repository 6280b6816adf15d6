import { afterEach, expect, test } from 'vitest';
import { answered, createScriptedAsk } from '../fakes/scripted-ask.ts';
import { type SlackJourney, startSlackJourney, visibleText } from './slack-journey.ts';

const opened: SlackJourney[] = [];
afterEach(async () => {
  for (const journey of opened.splice(0)) await journey.close();
});

const question = 'How should we judge success?';
const claim = 'Success should be judged by the outcomes that patients achieve.';

test('a direct message is answered in its thread, with the source', async () => {
  const { ask, requests } = createScriptedAsk(() => answered([claim]));
  const journey = await startSlackJourney({ ask });
  opened.push(journey);
  const amira = journey.slack.actAs('amira');
  const asked = await amira.directMessage(question);
  const reply = await journey.slack.waitForReply(
    { channel: amira.directMessageChannel, threadTs: asked.ts },
    3_000,
  );
  expect(reply.text).toContain(`${claim} [1]`);
  expect(visibleText(reply)).toContain('[1] Common values · statement · October 2014');
  expect(requests[0]).toMatchObject({
    question,
    conversation: `${amira.directMessageChannel}:${asked.ts}`,
    audiences: ['public', 'members'],
  });
});
