import { describe, expect, test } from 'vitest';
import { board, finding, openReportJourney, values } from './report-journey.ts';
import { visibleText } from './slack-journey.ts';
import { useSlackJourney } from './use-slack-journey.ts';

const start = useSlackJourney();
const generalId = 'C0GENERAL00';

/** Amira has a summary before her. */
async function openSummary(options: Parameters<typeof openReportJourney>[2] = {}) {
  const journey = await openReportJourney(start, undefined, options);
  const [, summary] = await journey.summarise();
  if (summary === undefined) throw new Error('nothing was summarised');
  const press = (actionId: string) =>
    journey.amira.clickButton(journey.direct, summary.ts, actionId);
  const share = async (channel: string) => {
    await press('report-share');
    await journey.modal('Share with a channel');
    return journey.amira.submitView({ 'report-channel': channel });
  };
  return { ...journey, summary, press, share };
}

describe('under a summary', () => {
  test('quotes are shown to who may read them now, and lead to another summary', async () => {
    const { press, modal, amira, summaries } = await openSummary();
    await press('show-quote-1');
    const view = await modal('Source 1');
    expect(JSON.stringify(view.blocks)).toContain(finding);
    await amira.actInModal('summarise-form');
    const form = JSON.stringify((await modal('Summarise')).blocks);
    expect(form).toContain('Common values of the partnership');
    await amira.closeView({ all: true });
    summaries.kept.clear();
    await press('show-quote-1');
    expect(JSON.stringify((await modal('Quotes not kept')).blocks)).toContain('not kept any more');
  });

  test('of somebody’s own file quotes are theirs, and nothing is shared', async () => {
    const { press, modal, told, direct, amira, summaries } = await openSummary();
    for (const [id, kept] of summaries.kept)
      summaries.kept.set(id, { ...kept, owner: amira.userId });
    await press('show-quote-1');
    const view = JSON.stringify((await modal('Source 1')).blocks);
    expect(view).toContain(finding);
    expect(view).not.toMatch(/no longer kept|has changed|summarise-form/);
    await amira.closeView({ all: true });
    await press('report-share');
    await expect.poll(async () => (await told(direct))?.text).toContain('a file of yours');
  });

  test.each([
    ['report-word', 'summary-common-values-of-the-partnership.docx', 'PK'],
    ['report-markdown', 'summary-common-values-of-the-partnership.md', '# Common values'],
  ])('%s sends a file to take away', async (action, name, beginning) => {
    const { press, slack, posted, direct } = await openSummary();
    await press(action);
    await expect.poll(() => posted(direct).at(-1)?.files ?? []).toHaveLength(1);
    const [file] = posted(direct).at(-1)?.files ?? [];
    const sent = slack.file(file?.id ?? '');
    expect(sent?.file.name).toBe(name);
    expect(sent?.bytes.toString('utf8')).toMatch(
      new RegExp(`^(?:---\\n[^]*?---\\n\\s*)?${beginning}`),
    );
  });

  test('the form of another length has the publication chosen already', async () => {
    const { press, modal, amira, quiet, posted, direct } = await openSummary();
    await press('summarise-form');
    await modal('Summarise');
    await amira.submitView({ 'summary-length': 'sentence' });
    await quiet();
    expect(posted(direct).at(-2)?.text).toContain('a one-sentence summary for members: Common');
  });
});

describe('sharing a summary', () => {
  test('shows it to a channel once, with who shared it', async () => {
    const { share, quiet, posted } = await openSummary();
    await share(generalId);
    await share(generalId);
    await quiet();
    expect(posted('general')).toHaveLength(1);
    const [shared] = posted('general');
    expect(JSON.stringify(shared?.blocks)).toContain('<@U0AMIRA0000> shared this:');
    expect(shared?.text).toContain(finding);
    expect(visibleText(shared ?? { text: '', blocks: [] })).not.toContain('Share with');
  });

  test('looks up again who may read it there', async () => {
    const { amira, posted, direct, quiet, modal } = await openReportJourney(start, undefined, {
      leadUserIds: ['U0AMIRA0000'],
    });
    await amira.slash('/summarise', board.title, 'general');
    await quiet();
    const summary = posted(direct).at(-1);
    await amira.clickButton(direct, summary?.ts ?? '', 'report-share');
    await modal('Share with a channel');
    const sent = await amira.submitView({ 'report-channel': generalId });
    expect(sent.errors?.['report-channel']).toContain('Not everybody in this channel may read');
    await quiet();
    expect(posted('general')).toEqual([]);
  });

  test('is refused where Concord is not, and of what is not kept any more', async () => {
    const { share, press, slack, summaries, told, direct, amira } = await openSummary();
    const coffee = Object.values(slack.workspace.conversations).find(
      ({ name }) => name === 'coffee',
    );
    const refused = await share(coffee?.id ?? '');
    expect(refused.errors?.['report-channel']).toContain('/invite @Concord');
    await amira.closeView({ all: true });
    summaries.kept.clear();
    await press('report-share');
    await expect.poll(async () => (await told(direct))?.text).toContain('not kept any more');
  });
});

describe('“Summarise this”', () => {
  test.each([
    ['links to it', `See <${values.link}|this>.`],
    ['has its title', 'Has anybody read the Common Values of the Partnership?'],
  ])('on a message that %s opens the form with the publication', async (_what, text) => {
    const { slack, amira, modal } = await openReportJourney(start);
    const message = await slack.actAs('tom').post('general', text);
    await amira.messageShortcut('summarise_message', 'general', message.ts);
    expect(JSON.stringify((await modal('Summarise')).blocks)).toContain(values.title);
  });

  test('on an answer offers what it cites', async () => {
    const { amira, modal, quiet, posted, direct } = await openReportJourney(start);
    await amira.directMessage('How is success judged?');
    await quiet();
    const answer = posted(direct).at(-1);
    await amira.messageShortcut('summarise_message', direct, answer?.ts ?? '');
    expect(JSON.stringify((await modal('Summarise')).blocks)).toContain(values.title);
  });

  test('offers several, and nothing that the person may not read', async () => {
    const { slack, amira, modal, quiet, posted, direct } = await openReportJourney(start);
    const text = `Compare <${values.link}|values>, the “Falls audit” and the Board paper.`;
    const message = await slack.actAs('tom').post('general', text);
    await amira.messageShortcut('summarise_message', 'general', message.ts);
    const form = JSON.stringify((await modal('Summarise')).blocks);
    expect(form).toContain('The message names all of these.');
    expect(form).not.toContain('Board paper');
    await amira.submitView();
    await quiet();
    expect(posted(direct)[0]?.text).toContain(values.title);
  });

  test('on any other message says what can be summarised', async () => {
    const { slack, amira, modal } = await openReportJourney(start);
    const message = await slack.actAs('tom').post('general', 'Good morning.');
    await amira.messageShortcut('summarise_message', 'general', message.ts);
    const view = await modal('Nothing to summarise');
    expect(JSON.stringify(view.blocks)).toContain('names no publication that you may read');
  });
});

test('App Home leads to the form', async () => {
  const { amira, modal } = await openReportJourney(start);
  await amira.openHome();
  await expect.poll(() => amira.home).not.toBeNull();
  await amira.actOnHome('summarise-form');
  expect(JSON.stringify((await modal('Summarise')).blocks)).not.toContain('report-seen-by');
});
