import { test } from 'vitest';
import { useBrowser } from '../browser/use-browser.ts';
import { useStartedPage } from '../browser/use-started-page.ts';
import { visit } from './visitor.ts';

const browser = useBrowser();
const started = useStartedPage({ environment: { NOTICE_GRACE_SECONDS: '0' } });

test('staff write a session, look at it and send it to a channel', async () => {
  const me = await visit(browser, started());
  await me.become('Sofia Lindqvist');
  await me.openChannel('general');
  await me.write('/notice session');
  const form = me.dialog.last();
  await form.getByLabel('Title', { exact: false }).first().fill('Discharge, together');
  await form.getByLabel('Begins').fill('someday');
  await form.getByLabel('Place (optional)', { exact: true }).fill('Room 2');
  await form.getByRole('combobox', { name: /^Channels/ }).click();
  await me.page.getByRole('option', { name: /general/ }).click();
  await me.page.keyboard.press('Escape');
  await form.getByRole('button', { name: 'Preview' }).click();
  await form.getByText('I cannot read “someday” as a time', { exact: false }).waitFor();
  await form.getByLabel('Begins').fill('next Tuesday 2pm');
  await form.getByRole('button', { name: 'Preview' }).click();
  await me.page.getByText('This is how it will look', { exact: false }).waitFor();
  await me.expectAccessible();
  await me.dialog.last().getByRole('button', { name: 'Send', exact: true }).click();
  await me.page.getByText('It is on its way', { exact: false }).waitFor();
  await me.dialog.last().getByRole('button', { name: 'Close' }).first().click();
  const tom = await visit(browser, started());
  await tom.become('Tom Whitfield');
  await tom.openChannel('general');
  await tom.page.getByRole('button', { name: 'I am going to Discharge, together' }).waitFor();
  await me.openApp('Home');
  await me.page.getByText('Sent and scheduled').waitFor();
  await me.page.getByRole('button', { name: 'Postpone: Discharge, together' }).waitFor();
  await me.expectAccessible();
});
