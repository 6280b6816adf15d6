import { describe, expect, test } from 'vitest';
import { useBrowser } from '../browser/use-browser.ts';
import { useStartedPage } from '../browser/use-started-page.ts';
import { visit } from './visitor.ts';

const browser = useBrowser();
const started = useStartedPage();

const question = 'What are the common values of the partnership?';

describe('what people say and leave behind', () => {
  test('somebody says that an answer did not help, and why', async () => {
    const me = await visit(browser, started());
    await me.write(question);
    await me.thread.getByRole('button', { name: 'Not helpful' }).click();
    await me.dialog.waitFor();
    await me.expectAccessible();
    await me.dialog.getByRole('button', { name: 'Send' }).click();
    await me.dialog
      .getByText(/complete this|required|choose one/i)
      .first()
      .waitFor();
    await me.dialog.getByRole('radio', { name: /out of date/i }).check();
    await me.dialog.getByRole('textbox').first().fill('The values were revised last spring.');
    await me.dialog.getByRole('button', { name: 'Send' }).click();
    await me.dialog.getByText(/^Thank you/).waitFor();
    await me.dialog.getByRole('button', { name: 'Close' }).first().click();
    await me.dialog.waitFor({ state: 'detached' });
    await expect.poll(() => started().slack.actAs('amira').modal).toBeNull();
  });

  test('somebody sees what is stored about them, and deletes it', async () => {
    const me = await visit(browser, started());
    await me.become('Tom Whitfield');
    await me.write(question);
    await me.thread.getByText('Sources').waitFor();
    await me.openApp('Home');
    await me.page
      .getByText(/[1-9]\d* questions?/)
      .first()
      .waitFor();
    await me.expectAccessible();
    await me.page.getByRole('button', { name: 'Delete my data' }).click();
    const confirm = me.page.getByRole('alertdialog').or(me.dialog);
    await confirm.getByRole('button', { name: /cancel|keep/i }).click();
    await me.page
      .getByText(/[1-9]\d* questions?/)
      .first()
      .waitFor();
    await me.page.getByRole('button', { name: 'Delete my data' }).click();
    await confirm.getByRole('button', { name: /delete/i }).click();
    await me.page
      .getByText(/deleted/i)
      .first()
      .waitFor();

    await me.openApp('Messages');
    await me.openThread();
    await me.thread
      .getByRole('button', { name: /^Show quote/ })
      .first()
      .click();
    await me.page
      .getByText(/was deleted/i)
      .first()
      .waitFor();
    expect(await me.page.getByText('went wrong').count()).toBe(0);
  });
});
