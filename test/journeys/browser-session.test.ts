import { expect, test } from 'vitest';
import { useBrowser } from '../browser/use-browser.ts';
import { useStartedPage } from '../browser/use-started-page.ts';
import { type Visitor, visit } from './visitor.ts';

const browser = useBrowser();
const started = useStartedPage({
  environment: {
    NOTICE_APPROVAL: 'on',
    NOTICE_GRACE_SECONDS: '0',
    SLACK_STAFF_USERS: 'U0SOFIA0000,U0LEO000000',
  },
});
const title = 'Discharge, together';

test('a session from its first word to its cancellation, as each of them sees it', async () => {
  const sofia = await visit(browser, started());
  await sofia.become('Sofia Lindqvist');
  await sofia.openChannel('general');
  await writeSession(sofia);
  await sofia.page.getByText('This is how it will look', { exact: false }).first().waitFor();
  await sofia.expectAccessible();
  await sofia.dialog.last().getByRole('button', { name: 'Ask for approval' }).click();
  await sofia.dialog.getByText('Asked for approval').first().waitFor();
  await sofia.dialog.last().getByRole('button', { name: 'Close' }).first().click();

  const leo = await visit(browser, started(), { colorScheme: 'dark' });
  await leo.become('Leo Marchetti');
  await leo.openApp('Messages');
  await leo.page.getByRole('button', { name: `Look at the notice ${title}` }).click();
  await leo.dialog.getByText('May see it: Members', { exact: false }).first().waitFor();
  await leo.expectAccessible();
  await leo.dialog.getByRole('button', { name: 'Close' }).first().click();
  await leo.page.getByRole('button', { name: `Approve the notice ${title}` }).click();
  await leo.page.getByText('Approved by', { exact: false }).first().waitFor();

  const tom = await visit(browser, started());
  await tom.become('Tom Whitfield');
  await tom.openChannel('general');
  await tom.page.getByText('1 place left').waitFor();
  await tom.page.getByRole('button', { name: `I am going to ${title}` }).click();
  await tom.page.getByText('You are going to', { exact: false }).first().waitFor();
  await tom.page.getByText('1 going · No places left').waitFor();
  await tom.expectAccessible();

  const { id: general } = Object.values(started().slack.workspace.conversations).find(
    ({ name }) => name === 'general',
  ) ?? { id: '' };
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
  const amira = await visit(browser, started(), { ...phone, hash: `#/${general}` });
  await amira.page.getByRole('button', { name: `Join the waiting list for ${title}` }).click();
  await amira.page
    .getByText('You are first on the waiting list for', { exact: false })
    .first()
    .waitFor();
  await amira.page.getByText('1 going · 1 waiting · No places left').waitFor();
  await amira.expectAccessible();

  started().slack.administer.invite('general', 'george', 'sofia');
  const george = await visit(browser, started(), { colorScheme: 'dark' });
  await george.become('George Okafor');
  await george.openChannel('general');
  await george.page.getByRole('button', { name: `Join the waiting list for ${title}` }).click();
  await george.page
    .getByText('This session is for members of the partnership', { exact: false })
    .first()
    .waitFor();
  await george.page.getByText('1 going · 1 waiting · No places left').waitFor();

  await tom.page
    .getByRole('button', { name: `I cannot come to ${title}` })
    .last()
    .click();
  await tom.page.getByText('You cannot come to', { exact: false }).first().waitFor();
  const inApp = await visit(browser, started(), { ...phone, hash: '#/app' });
  await inApp.page.getByText('You have a place', { exact: false }).first().waitFor();
  await inApp.expectAccessible();

  started().slack.administer.remove('general', 'george');
  await postpone(sofia);
  await tom.page.getByText('Changed:', { exact: false }).first().waitFor();
  await tom.openThread();
  await tom.thread.getByText('Moved:', { exact: false }).first().waitFor();
  await tom.expectAccessible();
  await inApp.page.getByText('Moved:', { exact: false }).first().waitFor();

  await sofia.page.getByRole('button', { name: `Call off: ${title}` }).click();
  await sofia.page.getByRole('button', { name: 'Call it off' }).click();
  await tom.page.getByText('Called off:', { exact: false }).first().waitFor();
  await tom.thread.getByText('Called off:', { exact: false }).last().waitFor();
  await inApp.page.getByRole('button', { name: `Take out of my calendar: ${title}` }).waitFor();
  // What is left is below her own answer.
  const maybe = amira.page.getByRole('button', { name: `I may come to ${title}` });
  await expect.poll(() => maybe.count()).toBe(1);
  await sofia.expectAccessible();
  await sofia.openApp('Messages');
  await sofia.page.getByText('delivered to 1 of 1 place', { exact: false }).first().waitFor();
  await sofia.expectAccessible();
}, 120_000);

async function writeSession(sofia: Visitor): Promise<void> {
  await sofia.write('/notice session');
  const form = sofia.dialog.last();
  await form.getByLabel('Title', { exact: false }).first().fill(title);
  await form.getByLabel('What it is about', { exact: false }).fill('Two wards tell of a year.');
  await form.getByLabel('Speakers', { exact: false }).fill('Amira Hassan\nLeo Marchetti');
  await form.getByLabel('Begins').fill('next Tuesday 2pm');
  await form.getByLabel('Ends', { exact: false }).fill('3:30pm');
  await form.getByLabel('Place (optional)', { exact: true }).fill('Room 2');
  await form.getByLabel('Link to join online', { exact: false }).fill('https://meet.example/room');
  await form.getByLabel('Places (optional)', { exact: true }).fill('1');
  await form.getByRole('combobox', { name: /^Channels/ }).click();
  await sofia.page.getByRole('option', { name: /general/ }).click();
  await sofia.page.keyboard.press('Escape');
  await form.getByRole('button', { name: 'Preview' }).click();
}

async function postpone(sofia: Visitor): Promise<void> {
  await sofia.openApp('Home');
  await sofia.page.getByRole('button', { name: `Postpone: ${title}` }).click();
  const form = sofia.dialog.last();
  const inThreeWeeks = new Date(started().slack.clock.now() + 21 * 24 * 60 * 60_000);
  await form.getByLabel('Begins').fill(`${inThreeWeeks.toISOString().slice(0, 10)} 10:00`);
  await form.getByLabel('Ends', { exact: false }).fill('11:30am');
  await form.getByRole('button', { name: 'Preview' }).click();
  await sofia.page
    .getByText('What was posted is brought up to date', { exact: false })
    .first()
    .waitFor();
  await sofia.dialog.last().getByRole('button', { name: 'Change it', exact: true }).click();
  await sofia.dialog.getByRole('heading', { name: 'Changed' }).waitFor();
  await sofia.dialog.last().getByRole('button', { name: 'Close' }).first().click();
}
