import { expect, test } from 'vitest';
import { useBrowser } from '../browser/use-browser.ts';
import { useStartedPage } from '../browser/use-started-page.ts';
import { visit } from './visitor.ts';

const browser = useBrowser();
const started = useStartedPage();

test('a summary is asked for, read, checked against its quotes and taken away', async () => {
  const me = await visit(browser, started());
  await me.openChannel('general');
  await me.write('/summarise ');
  const form = me.dialog.last();
  await form.getByRole('combobox').first().pressSequentially('measuring jiont');
  await me.page
    .getByRole('option', { name: /joint working/i })
    .first()
    .click();
  await me.expectAccessible();
  await form.getByRole('button', { name: 'Summarise' }).click();
  await me.dialog.waitFor({ state: 'detached' });

  await me.openApp('Messages');
  await me.page.getByText('You asked for a brief summary for members').first().waitFor();
  await me.openThread();
  const quotes = me.thread.getByRole('button', { name: /^Show quotes for source 1/ });
  await quotes.waitFor();
  const summary = (await me.replies.first().textContent()) ?? '';
  expect(summary).toMatch(/p\.\s\d/);
  expect(summary).toContain('Brief summary for members');
  await me.expectAccessible();

  await quotes.click();
  await me.dialog.waitFor();
  const words = await me.dialog.locator('strong, b').allTextContents();
  expect(words.some((text) => text.length > 30 && summary.includes(text))).toBe(true);
  await me.page.keyboard.press('Escape');
  await me.dialog.waitFor({ state: 'detached' });

  await me.thread.getByRole('button', { name: /Word file/ }).click();
  await me.page.getByRole('link', { name: /^summary-.*\.docx$/ }).waitFor();
});
