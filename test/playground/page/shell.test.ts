import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { PageOptions } from '../../browser/launch-browser.ts';
import { useBrowser } from '../../browser/use-browser.ts';
import { useLocalSlack } from '../support/use-local-slack.ts';

const start = useLocalSlack();
const browser = useBrowser();

const channel = { general: 'C0GENERAL00', coffee: 'C0COFFEE000', voice: 'C0PATIENTVO' };

async function open(route: string, person = 'amira', options: PageOptions = {}) {
  const slack = await start();
  const page = await browser.openPage(`${slack.pageUrl}?person=${person}#/${route}`, options);
  page.setDefaultTimeout(15_000);
  await page.locator('.shell').waitFor();
  return { slack, page };
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

const message = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text });
const textOf = (page: Page, name: string) => page.getByRole('textbox', { name });

describe('the page', { timeout: 60_000 }, () => {
  test('what is written arrives, and what others write shows that it is new', async () => {
    const { slack, page } = await open(channel.general);
    await textOf(page, 'Message #general').fill('Good morning');
    await page.keyboard.press('Enter');
    await message(page, 'Good morning').waitFor();
    expect(slack.messages('general').map(({ text }) => text)).toEqual(['Good morning']);

    await slack.actAs('tom').post('coffee', 'Biscuits for @amira');
    const link = page.getByRole('link', { name: /^coffee/ });
    await expect.poll(() => link.textContent()).toContain('1 for you');
    await link.click();
    await message(page, 'Biscuits').waitFor();
    await expect.poll(() => link.textContent()).not.toContain('for you');
  });

  test('a name is completed with the keyboard alone', async () => {
    const { slack, page } = await open(channel.general);
    const text = textOf(page, 'Message #general');
    await text.pressSequentially('Ask @le');
    await page.getByRole('option', { name: /Leo Marchetti/ }).waitFor();
    await page.keyboard.press('Enter');
    expect(await text.inputValue()).toBe('Ask @leo ');
    await text.pressSequentially('about it');
    await page.keyboard.press('Enter');
    await message(page, 'about it').waitFor();
    expect(slack.messages('general')[0]?.text).toBe('Ask <@U0LEO000000> about it');
  });

  test('a thread opens from the keyboard, is written in, and is left with the back button', async () => {
    const { slack, page } = await open(channel.general);
    const root = await slack.actAs('tom').post('general', 'Who is coming?');
    await message(page, 'Who is coming?').focus();
    await page.keyboard.press('t');
    await textOf(page, 'Reply…').fill('I am');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /1 reply/ }).waitFor();
    expect(slack.thread('general', root.ts).map(({ text }) => text)).toEqual([
      'Who is coming?',
      'I am',
    ]);
    await page.goBack();
    await textOf(page, 'Reply…').waitFor({ state: 'detached' });
  });

  test('drafts are kept where they were begun, and over a reload', async () => {
    const { page } = await open(channel.general);
    await textOf(page, 'Message #general').fill('Not finished');
    await page.getByRole('link', { name: /^coffee/ }).click();
    expect(await textOf(page, 'Message #coffee').inputValue()).toBe('');
    await page.reload();
    await page.getByRole('link', { name: /^general/ }).click();
    expect(await textOf(page, 'Message #general').inputValue()).toBe('Not finished');
  });

  test('somebody who reads further up is not moved; one’s own message is shown', async () => {
    const { slack, page } = await open(channel.general, 'amira', {
      viewport: { width: 1024, height: 500 },
    });
    const post = async (count: number) => {
      for (let index = 0; index < count; index += 1) {
        await slack.actAs('tom').post('general', `Number ${index}`);
      }
    };
    await post(60);
    await message(page, 'Number 59').waitFor();
    const scroller = page.locator('.messages-scroller');
    const left = () =>
      scroller.evaluate(
        (element) => element.scrollHeight - element.scrollTop - element.clientHeight,
      );
    await expect.poll(left).toBeLessThan(2);
    await scroller.evaluate((element) => element.scrollTo(0, 200));
    await page.getByRole('button', { name: 'Jump to latest' }).waitFor();
    await slack.actAs('leo').post('general', 'One more');
    await message(page, 'One more').waitFor({ state: 'attached' });
    expect(await scroller.evaluate((element) => element.scrollTop)).toBe(200);
    await textOf(page, 'Message #general').fill('Mine');
    await page.keyboard.press('Enter');
    await expect.poll(left).toBeLessThan(2);
  });

  test('a command that is not there is refused, and the text stays', async () => {
    const { slack, page } = await open(channel.general);
    const text = textOf(page, 'Message #general');
    await text.fill('/nonsense at all');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: '/nonsense is not a command' }).waitFor();
    expect(await text.inputValue()).toBe('/nonsense at all');
    expect(slack.messages('general')).toEqual([]);
  });

  test('who is not in a channel can join it and then write', async () => {
    const { page } = await open(channel.voice, 'tom');
    await page.getByRole('button', { name: 'Join channel' }).click();
    await textOf(page, 'Message #patient-voice').waitFor();
  });

  test('switching people shows what they see; what is not open to them is not shown', async () => {
    const { page } = await open(channel.coffee);
    await page.getByRole('button', { name: /You are Amira/ }).click();
    await page.getByRole('menuitemradio', { name: /George Okafor/ }).click();
    await page.getByRole('button', { name: /You are George Okafor, Guest/ }).waitFor();
    await textOf(page, 'Message Concord').waitFor();
    expect(await page.getByRole('link', { name: /^coffee/ }).count()).toBe(0);
    expect(new URL(page.url()).searchParams.get('person')).toBe('george');
  });

  test('that a message was edited stands behind its last words', async () => {
    const { slack, page } = await open(channel.general);
    const { ts } = await slack.actAs('tom').post('general', 'The round is at ten');
    await slack.actAs('tom').edit('general', ts, 'The round is at noon');
    const note = page.getByText('(edited)');
    const [words, edited] = await Promise.all([
      message(page, 'noon').getByText('The round is at noon').boundingBox(),
      note.boundingBox(),
    ]);
    expect(edited?.x).toBeGreaterThan((words?.x ?? 0) + (words?.width ?? 0) - 1);
    expect(edited?.y).toBeLessThan((words?.y ?? 0) + (words?.height ?? 0));
  });

  test.each([/^You are/, /^Appearance/, 'More actions', 'Add a reaction'])(
    'axe finds nothing while %s is open',
    async (name) => {
      const { slack, page } = await open(channel.general);
      await slack.actAs('tom').post('general', 'Good morning');
      await message(page, 'Good morning').focus();
      await page.getByRole('button', { name }).click();
      await page.locator('.popover').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.locator('.popover').waitFor({ state: 'detached' });
      await expect
        .poll(() => page.evaluate<string>('document.activeElement.getAttribute("aria-label")'))
        .toMatch(name);
    },
  );

  test('the chosen appearance is kept', async () => {
    const { page } = await open('app');
    const background = () =>
      page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    const light = await background();
    await page.getByRole('button', { name: /^Appearance/ }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await expect.poll(background).not.toBe(light);
    const dark = await background();
    await page.reload();
    await page.locator('.shell').waitFor();
    expect(await background()).toBe(dark);
  });
});

describe.each([
  [360, 'light'],
  [768, 'dark'],
  [1440, 'light'],
  [1440, 'dark'],
] as const)('at %i px, %s', { timeout: 60_000 }, (width, colorScheme) => {
  test('nothing is cut off, and axe finds nothing', async () => {
    const { slack, page } = await open(channel.general, 'amira', {
      viewport: { width, height: 800 },
      colorScheme,
    });
    const root = await slack.actAs('tom').post('general', 'See #coffee, @amira: '.repeat(10));
    await slack.actAs('leo').post('general', 'I will', { threadTs: root.ts });
    await slack.actAs('leo').react('general', root.ts, 'tada');
    await page.getByRole('link', { name: /1 reply/ }).click();
    await textOf(page, 'Reply…').waitFor();
    expect(await violations(page)).toEqual([]);
    const widths = page.evaluate<number[]>('[document.documentElement.scrollWidth, innerWidth]');
    expect(await widths).toEqual([width, width]);
    await page.goto(`${slack.pageUrl}#/browse`);
    await page.getByRole('heading', { name: 'All channels' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
