import { join } from 'node:path';
import { expect, test } from 'vitest';
import { useBrowser } from '../browser/use-browser.ts';
import { useStartedPage } from '../browser/use-started-page.ts';
import { visit } from './visitor.ts';

const browser = useBrowser();
const started = useStartedPage();
const paper = join(import.meta.dirname, '../../corpus/measuring-outcomes.pdf');

test('a member looks through the library and has a publication summarised', async () => {
  const me = await visit(browser, started());
  await me.openApp('Home');
  await me.page.getByRole('button', { name: 'Browse the library' }).click();
  const modal = me.dialog.last();
  await modal.getByText(/publications, page 1 of/).waitFor();
  await me.expectAccessible();
  await modal.getByRole('textbox', { name: 'Search' }).fill('falls frailtey');
  await modal.getByRole('textbox', { name: 'Search' }).press('Enter');
  await modal.getByText(/1 publication for “falls frailtey”/).waitFor();
  await modal
    .getByRole('button', { name: /^Details of/ })
    .first()
    .click();
  const details = me.dialog.last();
  await details.getByText('In its own words').waitFor();
  await me.expectAccessible();
  await details.getByRole('button', { name: /^Summarise / }).click();
  await me.dialog.last().getByText('Written for').waitFor();
  await me.expectAccessible();
}, 60_000);

test('a file is summarised for its sender, at the length and for the reader they choose', async () => {
  const me = await visit(browser, started());
  await me.openApp('Messages');
  await me.page.locator('input[type=file]').first().setInputFiles(paper);
  await me.page.getByText('measuring-outcomes.pdf').first().waitFor();
  await me.openThread();
  await me.thread.getByText('I can summarise', { exact: false }).waitFor();
  await me.expectAccessible();
  await me.thread.getByRole('button', { name: 'Summarise measuring-outcomes.pdf' }).click();
  await me.thread.getByText('Only you see this.', { exact: false }).waitFor({ timeout: 20_000 });
  await me.expectAccessible();
  expect(await me.thread.getByText('Brief summary', { exact: false }).count()).toBeGreaterThan(0);
}, 60_000);
