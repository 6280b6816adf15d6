import { test } from 'vitest';
import { useBrowser } from '../browser/use-browser.ts';
import { useStartedPage } from '../browser/use-started-page.ts';
import { visit } from './visitor.ts';

const hourMs = 60 * 60_000;
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const due = new Date(Date.now() + 2 * hourMs);

const browser = useBrowser();
const started = useStartedPage({
  environment: {
    NOTICE_DIGEST: `${weekdays[due.getUTCDay()]} ${due.toISOString().slice(11, 16)}`,
    NOTICE_TIME_ZONE: 'UTC',
    SLACK_DIGEST_CHANNEL: 'C0GENERAL00',
  },
});

test('a member chooses the digest, gets it, and reads it in the channel, too', async () => {
  const { slack } = started();
  const me = await visit(browser, started());
  await me.openApp('Home');
  await me.page.getByRole('heading', { name: 'Weekly digest' }).waitFor();
  await me.page.getByText('You find it in', { exact: false }).waitFor();
  await me.page.getByRole('button', { name: 'Weekly digest: Send it to me' }).click();
  await me.page.getByText('You get it in a direct message').waitFor();
  await me.expectAccessible();

  slack.clock.advance(2 * hourMs);
  await me.openApp('Messages');
  await me.page.getByRole('heading', { name: 'This week in the library' }).waitFor();
  await me.page.getByText('New publications', { exact: true }).waitFor();
  await me.page.getByText(/^and \d+ more$/).waitFor();
  await me.expectAccessible();
  await me.openChannel('general');
  await me.page.getByText(/^To get what you may read in a direct message each week/).waitFor();
});
