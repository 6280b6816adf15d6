import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import type { PageState } from '../../../src/playground/page-api/page-protocol.ts';
import { useBrowser } from '../../browser/use-browser.ts';
import { useLocalSlack } from '../support/use-local-slack.ts';
import { actionBlocks, contentBlocks, plain, reportBlocks } from './gallery-messages.ts';
import { type Answer, type Gallery, openGallery } from './open-gallery.ts';

const start = useLocalSlack();
const browser = useBrowser();
const opened: Gallery[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((gallery) => gallery.close()));
});

async function open(answer?: Answer): Promise<Gallery> {
  const gallery = await openGallery(await start(), browser, answer);
  opened.push(gallery);
  return gallery;
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** The last message in the conversation. */
const lastBlocks = (page: Page) => page.locator('.blocks').last();

describe('blocks in a message', { timeout: 60_000 }, () => {
  test('are drawn, and nothing in them runs or leads astray', async () => {
    const { page, post, me } = await open();
    await post(contentBlocks(me));
    const blocks = lastBlocks(page);
    for (const words of [
      '# no heading, 2 * 3 * 4, LBKS, snake_case_word, <b>no HTML</b> <i>',
      'a trap (javascript:alert(1))',
      ':nope:',
      'On Tuesday 14 November 2023 at 22:13',
      '*literal*',
      'Waiting times by month',
      'rich and bold',
    ]) {
      await expect
        .poll(async () => (await blocks.innerText()).replaceAll('Tuesday,', 'Tuesday'))
        .toContain(words);
    }
    await blocks.getByRole('heading', { name: /Shared clinics .* 10:30:45/ }).waitFor();
    await blocks.getByRole('img', { name: 'A small badge' }).waitFor();
    await blocks.getByText('@Amira Hassan').waitFor();
    const ordered = blocks.locator('ol');
    expect(await ordered.nth(1).getAttribute('start')).toBe('2');
    const links = await blocks
      .getByRole('link')
      .evaluateAll((all) =>
        all.map((link) => [link.getAttribute('href'), link.getAttribute('target'), link.rel]),
      );
    expect(links).toEqual(
      ['a?b=1&c=2', 'bare', 'chart.png', 'rich'].map((path) => [
        `https://example.org/${path}`,
        '_blank',
        'noopener noreferrer',
      ]),
    );
    expect(await violations(page)).toEqual([]);
  });

  test('Markdown, tables, banners and tasks are drawn', async () => {
    const { page, post } = await open();
    await post(reportBlocks);
    const blocks = lastBlocks(page);
    await blocks.getByRole('heading', { name: 'Markdown heading' }).waitFor();
    await blocks.getByText('<script>alert(1)</script>').waitFor();
    await blocks.getByRole('img', { name: 'done' }).waitFor();
    await blocks.getByRole('columnheader', { name: 'Pages' }).waitFor();
    await blocks.getByRole('cell', { name: 'Common values' }).waitFor();
    await blocks.getByRole('note', { name: 'Warning' }).getByText('superseded').waitFor();
    await blocks.getByText('Searching 24 publications (done)').waitFor();
    await blocks.getByText('Reading a scan (failed)').waitFor();
    expect(await blocks.locator('img').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
  });

  test('what is pressed and chosen arrives at the app', async () => {
    const gallery = await open();
    const { page, post, interactions } = gallery;
    await post(actionBlocks);
    const blocks = lastBlocks(page);
    let seen = 0;
    const arrives = async (action: object): Promise<void> => {
      const { actions } = await gallery.interaction('block_actions', seen);
      expect(actions).toMatchObject([action]);
      seen += 1;
    };

    await blocks.getByRole('button', { name: 'Show quote' }).click();
    await arrives({ action_id: 'plain', block_id: 'buttons', value: 'q1' });
    await blocks.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Keep it' }).click();
    await blocks.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('alertdialog').getByText('It is gone afterwards.').waitFor();
    await page.getByRole('button', { name: 'Delete it' }).click();
    await arrives({ action_id: 'danger', style: 'danger' });
    const link = blocks.getByRole('link', { name: 'Open the paper Common values' });
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
    await blocks.getByRole('button', { name: 'More choices' }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('menuitem', { name: 'Mute' }).click();
    await arrives({ action_id: 'more', selected_option: { value: 'mute', text: plain('Mute') } });
    await blocks.getByRole('combobox', { name: 'Choose a role' }).click();
    await page.getByRole('group', { name: 'Clinical' }).getByText('Doctor').click();
    await arrives({
      action_id: 'role',
      selected_option: { value: 'doctor' },
    });
    await blocks.getByLabel('datepicker', { exact: true }).fill('2026-04-01');
    await arrives({ action_id: 'day', selected_date: '2026-04-01' });
    await blocks.getByLabel('datetimepicker').fill('2026-03-29T10:00');
    await arrives({ action_id: 'moment', selected_date_time: 1774774800 });
    const person = blocks.getByRole('combobox', { name: 'A person' });
    await person.click();
    await person.fill('amira');
    await page.getByRole('option', { name: /Amira Hassan/ }).click();
    await arrives({ action_id: 'person', selected_user: gallery.me });
    await blocks.getByRole('button', { name: 'Remove Waiting' }).click();
    await arrives({ action_id: 'topics', selected_options: [] });
    await blocks.getByLabel('Email').check();
    await arrives({ selected_options: [{ value: 'email' }] });
    await blocks.getByLabel('Yes').check();
    await arrives({ selected_option: { value: 'yes' } });
    await blocks.getByRole('button', { name: 'Not helpful' }).click();
    await arrives({ action_id: 'helpful', value: 'bad' });
    await blocks.getByRole('button', { name: 'Not helpful', pressed: true }).waitFor();
    await blocks.getByRole('button', { name: 'Discard' }).click();
    await arrives({ action_id: 'bin', value: 'b' });
    expect(interactions('block_actions')).toHaveLength(seen);
  });

  test('an app that does not answer is said to', async () => {
    const { page, post } = await open(() => false);
    await post(actionBlocks);
    const button = lastBlocks(page).getByRole('button', { name: 'Show quote' });
    await button.click();
    expect(await button.getAttribute('aria-busy')).toBe('true');
    await page
      .getByText(/did not respond in time/)
      .first()
      .waitFor();
    expect(await button.getAttribute('aria-busy')).toBeNull();
  });
});

test('a block that cannot be drawn says so, and keeps its words', async () => {
  const { page, post, me } = await open();
  await post(contentBlocks(me).slice(0, 1));
  await page.route('**/page/state*', async (route) => {
    const response = await route.fetch();
    const state = (await response.json()) as PageState;
    const message = state.conversations.flatMap(({ messages }) => messages).at(-1);
    message?.blocks.push(
      { type: 'hologram', title: plain('A title in it') },
      { type: 'actions', elements: [{ type: 'lever', text: plain('Pull') }] },
      { type: 'section', text: null, fields: 'none' },
      { type: 'image', alt_text: 'fine too', slack_file: null },
    );
    await route.fulfill({ response, json: state });
  });
  await page.reload();
  const blocks = lastBlocks(page);
  await blocks.getByText('The block type “hologram” is not drawn here.').waitFor();
  await blocks.getByText('A title in it').waitFor();
  await blocks.getByText('The element type “lever” is not drawn here.').waitFor();
  await blocks.getByText('Pull').waitFor();
  await blocks.getByText('fine too').waitFor();
  expect(await violations(page)).toEqual([]);
});

test('the App Home appears once it is published', async () => {
  const { page, publishHome } = await open();
  await page.getByRole('link', { name: 'Home' }).first().click();
  await page.getByText('has not published its Home yet').waitFor();
  expect(await violations(page)).toEqual([]);
  await publishHome([{ type: 'header', text: plain('New in the library') }]);
  await page.getByRole('heading', { name: 'New in the library' }).waitFor();
});

test('the tools move the clock, make faults and start afresh', async () => {
  const { page } = await open();
  const tools = page.getByRole('complementary', { name: 'Local Slack tools' });
  await page.getByRole('button', { name: /tools/i }).first().click();
  await tools.waitFor();
  await tools.getByRole('button', { name: '1 day' }).click();
  await tools.getByText(/1 day ahead/).waitFor();
  await tools.getByRole('button', { name: 'Move', exact: true }).click();
  await tools.getByText('Choose a day and a time.').waitFor();
  await tools.getByRole('textbox', { name: /Rate limit: how many calls/ }).fill('3');
  await tools.getByRole('button', { name: 'Start: Rate limit' }).click();
  await tools.getByText('Going wrong: Rate limit.').waitFor();
  await tools.getByText('3 to come').waitFor();
  expect(await violations(page)).toEqual([]);
  await tools.getByRole('button', { name: 'End all faults' }).click();
  await tools.getByText('Everything works.').waitFor();
  await tools.getByRole('button', { name: /Reset the workspace/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Reset' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});
