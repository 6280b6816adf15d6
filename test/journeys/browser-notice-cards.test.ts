import { expect, test } from 'vitest';
import { useBrowser } from '../browser/use-browser.ts';
import { createScriptedAsk } from '../fakes/scripted-ask.ts';
import { hourMs, noticesIn } from './notice-journey.ts';
import { useSlackJourney } from './use-slack-journey.ts';
import { visit } from './visitor.ts';

// Pages are closed before the local Slack that they look at.
const start = useSlackJourney();
const browser = useBrowser();
const { ask } = createScriptedAsk(() => ({
  kind: 'abstention',
  reason: 'nothing-relevant',
  nearest: [],
}));

test('a member replies to a card, sees their own reply and changes it', async () => {
  const journey = await start({ ask, bySlackClock: true, staffGroups: ['staff'] });
  const { slack } = journey;
  const { session, schedule, untilSent, channelId } = noticesIn(journey);
  const channels = [channelId('general'), channelId('coffee')];
  const details = { capacity: 2, speakers: ['Amira Hassan', 'Leo Marchetti'] };
  const { id } = await schedule(
    session({ ...details, link: 'https://meet.example/discharge' }, { channels }),
  );
  slack.clock.advance(hourMs);
  await untilSent(id);

  const tom = await visit(browser, { url: slack.pageUrl });
  await tom.become('Tom Whitfield');
  await tom.openChannel('general');
  await tom.page.getByRole('button', { name: 'I am going to Discharge, together' }).click();
  await tom.page.getByText('You are going to', { exact: false }).first().waitFor();
  await tom.page.getByText('1 going · 1 of 2 places left').waitFor();
  await tom.expectAccessible();
  await tom.page.getByRole('button', { name: 'I may come to Discharge, together' }).last().click();
  await tom.page.getByText('You may come to', { exact: false }).first().waitFor();
  await tom.page.getByText('1 maybe · 2 of 2 places left').waitFor();
  expect(await tom.page.locator('li.message', { hasText: 'You are going to' }).count()).toBe(0);

  await tom.become('Sofia Lindqvist');
  await tom.openApp('Messages');
  await tom.page.getByText('delivered to 1 of 2 places', { exact: false }).first().waitFor();
  await tom.page.getByRole('button', { name: 'Who replied to Discharge, together' }).click();
  await tom.dialog.getByText('Maybe (1)').waitFor();
  await tom.expectAccessible();
});
