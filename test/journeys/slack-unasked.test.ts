import { expect, test } from 'vitest';
import { answered, createScriptedAsk } from '../fakes/scripted-ask.ts';
import { untilQuiet } from './slack-journey.ts';
import { useSlackJourney } from './use-slack-journey.ts';

const start = useSlackJourney();

test('what people write to each other, change and delete is not kept, not even for a moment', async () => {
  const { ask, requests } = createScriptedAsk(() => answered(['An answer.']));
  const journey = await start({ ask });
  const { slack, database } = journey;
  const amira = slack.actAs('amira');
  const root = await amira.post('general', 'Who comes to lunch?');
  const reply = await slack.actAs('tom').post('general', 'Me', { threadTs: root.ts });
  await amira.edit('general', root.ts, 'Who comes to lunch today?');
  await slack.actAs('tom').delete('general', reply.ts);
  await amira.delete('general', root.ts);
  await untilQuiet(journey);
  expect(slack.counters.acknowledged).toBeGreaterThanOrEqual(5);
  expect(await database.db.selectFrom('inbox_events').selectAll().execute()).toEqual([]);
  expect(requests).toEqual([]);
});
