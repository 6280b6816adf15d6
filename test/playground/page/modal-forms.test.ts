import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { useBrowser } from '../../browser/use-browser.ts';
import { callMethod } from '../support/call-method.ts';
import { useLocalSlack } from '../support/use-local-slack.ts';
import { mrkdwn, plain } from './gallery-messages.ts';
import { formBlocks, formView } from './gallery-views.ts';
import { type Answer, type Gallery, openGallery } from './open-gallery.ts';

const start = useLocalSlack();
const browser = useBrowser();
const opened: Gallery[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((gallery) => gallery.close()));
});

async function open(answer?: Answer) {
  const slack = await start();
  const gallery = await openGallery(slack, browser, answer);
  opened.push(gallery);
  return { ...gallery, slack };
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

const isA = (payload: Record<string, unknown>, type: string): boolean => payload.type === type;
const papers = ['Common values', 'Common ground'].map((title, index) => ({
  text: plain(title),
  value: `p${index}`,
}));

describe('a modal', { timeout: 60_000 }, () => {
  test('shows what is wrong, and sends what was filled in', async () => {
    const { page, openView, interaction } = await open(({ payload }) => {
      if (isA(payload, 'block_suggestion')) return { options: papers };
      const refused = { response_action: 'errors', errors: { title: 'That title is taken.' } };
      return isA(payload, 'view_submission') ? refused : undefined;
    });
    await openView(formView());
    const dialog = page.getByRole('dialog', { name: 'New session' });
    await dialog.getByRole('button', { name: 'Publish' }).click();
    const title = dialog.getByRole('textbox', { name: 'Title' });
    await dialog.getByText('Please complete this field').first().waitFor();
    expect(await title.evaluate((field) => field.matches(':focus'))).toBe(true);
    expect(await title.getAttribute('aria-invalid')).toBe('true');
    expect(await violations(page)).toEqual([]);

    await title.fill('Shared clinics');
    await dialog.getByText('6 left').waitFor();
    await dialog.getByLabel('Contact').fill('not an address');
    await dialog.getByLabel('Notes').fill('Bring figures');
    await dialog.getByLabel('All').check();
    const slides = { name: 'slides.txt', mimeType: 'text/plain', buffer: Buffer.from('one') };
    await dialog.getByLabel('Slides').setInputFiles(slides);
    await dialog.getByRole('button', { name: 'Remove slides.txt' }).waitFor();
    const paper = dialog.getByRole('combobox', { name: 'Paper (optional)', exact: true });
    await paper.click();
    await paper.fill('c');
    await page.getByText('Type 2 characters or more to search').waitFor();
    await paper.fill('common');
    await page.getByRole('option', { name: 'Common ground' }).click();
    expect(await paper.inputValue()).toBe('Common ground');
    const suggestion = await interaction('block_suggestion');
    expect(suggestion).toMatchObject({ action_id: 'paper', value: 'common' });
    await paper.fill('something else');
    await page.keyboard.press('Escape');
    expect(await paper.inputValue()).toBe('Common ground');
    expect(await page.getByRole('listbox').count()).toBe(0);
    const topics = dialog.getByRole('combobox', { name: 'Topics (optional)' });
    await topics.click();
    await page.getByRole('option', { name: 'Waiting' }).click();
    await page.getByRole('option', { name: 'Costs' }).click();
    await page.getByText('No more than 2 can be chosen').waitFor();
    await page.keyboard.press('Escape');

    await dialog.getByRole('button', { name: 'Publish' }).click();
    await dialog.getByText('Enter an email address').waitFor();
    await dialog.getByLabel('Contact').fill('desk@example.org');
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await dialog.getByText('That title is taken.').waitFor();
    const { view } = await interaction('view_submission');
    const { values } = (view as { state: { values: object } }).state;
    expect(values).toMatchObject({
      title: { title: { type: 'plain_text_input', value: 'Shared clinics' } },
      mail: { mail: { value: 'desk@example.org' } },
      about: { about: { value: null } },
      paper: { paper: { selected_option: { value: 'p1', text: plain('Common ground') } } },
      topics: { topics: { selected_options: [{ value: 'waiting' }, { value: 'costs' }] } },
      open: { open: { selected_option: { value: 'all' } } },
      day: { day: { selected_date: '2026-03-03' } },
      moment: { moment: { selected_date_time: 1774771200 } },
      slides: { slides: { type: 'file_input', files: [{ name: 'slides.txt', size: 3 }] } },
      notes: {
        notes: {
          rich_text_value: {
            type: 'rich_text',
            elements: [{ elements: [{ type: 'text', text: 'Bring figures' }] }],
          },
        },
      },
    });
  });

  test('keeps what was typed when the app updates it, where the ids stay', async () => {
    const { page, openView, slack } = await open();
    const viewId = await openView(formView());
    await page.getByRole('textbox', { name: 'Title' }).fill('Clinics');
    await page.getByLabel('Web page').fill('https://example.org');
    const blocks = formBlocks.map((block) =>
      'block_id' in block && block.block_id === 'page' ? { ...block, block_id: 'page-2' } : block,
    );
    const added = { type: 'section', text: mrkdwn('Now with more.') };
    await callMethod(slack, 'views.update', {
      view_id: viewId,
      view: formView({ blocks: [added, ...blocks] }),
    });
    await page.getByText('Now with more.').waitFor();
    expect(await page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Clinics');
    expect(await page.getByLabel('Web page').inputValue()).toBe('');
  });

  test('on top of another leads back to it, with what was filled in', async () => {
    const more = {
      type: 'modal',
      title: plain('More'),
      blocks: [{ type: 'section', text: mrkdwn('The *second* one') }],
    };
    const { page, openView } = await open(({ payload }) =>
      isA(payload, 'view_submission') ? { response_action: 'push', view: more } : undefined,
    );
    await openView(formView({ blocks: formBlocks.slice(0, 2) }));
    await page.getByRole('textbox', { name: 'Title' }).fill('Clinics');
    await page.keyboard.press('Enter');
    const second = page.getByRole('dialog', { name: 'More' });
    await second.getByText('The second one').waitFor();
    expect(await violations(page)).toEqual([]);
    await second.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('dialog', { name: 'New session' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Clinics');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('is gone when the page is loaded again', async () => {
    const { page, openView, slack } = await open();
    await openView(formView());
    await page.reload();
    await page.getByRole('textbox').first().waitFor();
    expect(slack.actAs('amira').modal).toBeNull();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('says when the app did not take what was sent, and keeps it', async () => {
    const { page, openView } = await open(({ payload }) =>
      isA(payload, 'view_submission') ? false : undefined,
    );
    await openView(formView({ blocks: formBlocks.slice(0, 2) }));
    await page.getByRole('textbox', { name: 'Title' }).fill('Clinics');
    await page.getByRole('button', { name: 'Publish' }).click();
    await page
      .getByRole('dialog')
      .getByText(/did not respond in time/)
      .waitFor();
    expect(await page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Clinics');
  });

  test('fills the screen of a phone, and keeps the keyboard inside', async () => {
    const { page, openView } = await open();
    await page.setViewportSize({ width: 360, height: 640 });
    await openView(formView({ submit_disabled: true }));
    const dialog = page.getByRole('dialog');
    expect(await dialog.boundingBox()).toMatchObject({ x: 0, y: 0, width: 360, height: 640 });
    expect(await dialog.getByRole('button', { name: 'Publish' }).isDisabled()).toBe(true);
    for (let step = 0; step < 40; step += 1) await page.keyboard.press('Tab');
    expect(await dialog.locator(':focus').count()).toBe(1);
  });
});
