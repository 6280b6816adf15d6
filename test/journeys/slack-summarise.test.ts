import { describe, expect, test } from 'vitest';
import { type Report, ReportRefused } from '../../src/summaries/index.ts';
import { finding, openReportJourney, reportOn, values } from './report-journey.ts';
import { visibleText } from './slack-journey.ts';
import { useSlackJourney } from './use-slack-journey.ts';

const start = useSlackJourney();

describe('/summarise with words', () => {
  test('summarises the one publication that they name, for the asker alone', async () => {
    const { slack, summarise, direct, summaries, told } = await openReportJourney(start);
    const [named, summary, ...others] = await summarise();
    expect(others).toEqual([]);
    expect(named?.text).toBe(
      'You asked for a brief summary for members: Common values of the partnership',
    );
    expect(summary?.threadTs).toBe(named?.ts);
    expect(visibleText(summary ?? { text: '', blocks: [] })).toContain(`${finding} (page 4)`);
    expect(summaries.asked).toEqual([
      {
        kind: 'summary',
        request: expect.objectContaining({
          publicationId: 'values',
          length: 'brief',
          reader: 'member',
          asker: 'U0AMIRA0000',
          audiences: ['public', 'members'],
        }),
      },
    ]);
    expect((await told('general'))?.text).toBe(
      'A brief summary for members: Common values of the partnership. It comes in your conversation with Concord.',
    );
    const thread = slack.agentThread(direct, named?.ts ?? '');
    expect(thread.title).toBe('Summary: Common values of the partnership');
    expect(thread.status).toBe('');
    expect(slack.messages('general').filter((message) => message.isFromApp)).toEqual([]);
  });

  test('takes from them how long it is to be, and for whom', async () => {
    const { summarise, summaries, amira, told, quiet } = await openReportJourney(start);
    const [named] = await summarise('common values for the board in one sentence');
    expect(named?.text).toContain('a one-sentence summary for a board: Common values');
    await amira.slash('/summarise', 'falls audit, in full, for clinicians', 'general');
    const list = await told('general');
    await amira.clickButton('general', list?.ts ?? '', 'summarise-now-1');
    await quiet();
    expect(summaries.asked.at(-1)?.request).toMatchObject({ length: 'full', reader: 'clinician' });
  });

  test('offers several that fit, of which one is chosen', async () => {
    const { amira, direct, told, quiet, posted } = await openReportJourney(start);
    await amira.slash('/summarise', 'falls audit', 'general');
    const list = await told('general');
    expect(list?.text).toContain('“falls audit” fits 2 publications. Which one do you mean?');
    expect(posted(direct)).toEqual([]);
    await amira.clickButton('general', list?.ts ?? '', 'summarise-now-2');
    await quiet();
    expect(posted(direct)).toHaveLength(2);
    expect(posted(direct)[0]?.text).toContain('Falls audit');
  });

  test('says what is nearest when nothing fits, and how to look further', async () => {
    const { amira, told, modal } = await openReportJourney(start);
    await amira.slash('/summarise', 'falls 1987', 'general');
    const list = await told('general');
    expect(list?.text).toContain('No publication that you may read fits “falls 1987”. Nearest:');
    await amira.clickButton('general', list?.ts ?? '', 'summarise-form');
    await modal('Summarise');
  });

  test('does not know what somebody may not read', async () => {
    const { amira, told } = await openReportJourney(start);
    await amira.slash('/summarise', 'board paper', 'general');
    const reply = await told('general');
    expect(reply?.text).toContain('No publication that you may read fits “board paper”.');
    expect(visibleText(reply ?? { text: '', blocks: [] })).not.toContain('Board paper');
  });

  test('says how it is used', async () => {
    const { amira, told, summaries } = await openReportJourney(start);
    await amira.slash('/summarise', 'help', 'general');
    await expect.poll(async () => (await told('general'))?.text).toContain('/summarise falls 2019');
    expect(summaries.asked).toEqual([]);
  });
});

describe('the form of a summary', () => {
  test('finds publications as people type, and asks for what was chosen', async () => {
    const { amira, openForm, quiet, direct, posted, summaries } = await openReportJourney(start);
    await openForm();
    const offered = async (typed: string): Promise<string[]> =>
      (await amira.suggest('summary-publication', typed)).map(({ text }) => text.text);
    expect(await offered('')).toEqual([
      'Falls audit (2021)',
      'Falls audit (March 2019)',
      'Common values of the partnership (October 2014)',
    ]);
    expect(await offered('audit 2019')).toEqual(['Falls audit (March 2019)']);
    await amira.submitView({
      'summary-publication': 'falls',
      'summary-length': 'full',
      'summary-reader': 'board',
    });
    await quiet();
    expect(posted(direct)[0]?.text).toContain('a full summary for a board: Falls audit');
    expect(posted(direct)).toHaveLength(2);
    expect(summaries.asked[0]?.request).toMatchObject({ length: 'full', reader: 'board' });
  });

  test('posts it for everybody in the channel, with who asked', async () => {
    const { amira, openForm, quiet, posted, direct, summaries } = await openReportJourney(start);
    await openForm();
    const entries = { 'summary-publication': 'values', 'report-seen-by': 'channel' };
    await amira.submitView(entries);
    await quiet();
    const [named, summary] = posted('general');
    expect(JSON.stringify(named?.blocks)).toContain('<@U0AMIRA0000> asked for a brief summary');
    expect(summary?.threadTs).toBe(named?.ts);
    expect(summary?.text).toContain(finding);
    expect(visibleText(summary ?? { text: '', blocks: [] })).not.toContain('Share with');
    expect(posted(direct)).toEqual([]);
    expect(summaries.asked[0]?.request.audiences).toEqual(['public', 'members']);
  });

  test('says why not, where not everybody in the channel may read it', async () => {
    const leads = { leadUserIds: ['U0AMIRA0000'] };
    const { amira, openForm, quiet, posted } = await openReportJourney(start, undefined, leads);
    await openForm();
    const entries = { 'summary-publication': 'board', 'report-seen-by': 'channel' };
    const sent = await amira.submitView(entries);
    expect(sent.errors).toEqual({
      'report-seen-by': 'Not everybody in this channel may read “Board paper”. Choose “Only me”.',
    });
    await quiet();
    expect(posted('general')).toEqual([]);
  });

  test('offers no channel that Concord is not in, and says how to invite it', async () => {
    const { openForm } = await openReportJourney(start);
    const form = JSON.stringify((await openForm('coffee')).blocks);
    expect(form).toContain('/invite @Concord');
    expect(form).not.toContain('report-seen-by');
  });
});

describe('a summary', () => {
  test('that cannot be had says why', async () => {
    const { summarise } = await openReportJourney(start, () => {
      throw new ReportRefused('nothing-to-summarise', 'It has no text. Choose another.');
    });
    expect((await summarise()).map(({ text }) => text)).toEqual([
      expect.stringContaining('You asked for'),
      'It has no text. Choose another.',
    ]);
  });

  test('says truly what is being done, and stops when asked to', async () => {
    const { slack, amira, direct, posted, quiet } = await openReportJourney(
      start,
      ({ request }) => {
        request.onProgress?.({ kind: 'section', number: 7, of: 21, heading: null });
        return new Promise((_resolve, reject) => {
          request.signal?.addEventListener('abort', () => reject(request.signal?.reason));
        });
      },
    );
    await amira.slash('/summarise', 'common values', 'general');
    await expect.poll(() => posted(direct)).toHaveLength(1);
    const named = posted(direct)[0]?.ts ?? '';
    await expect.poll(() => slack.agentThread(direct, named).status).toBe('Section 7 of 21…');
    await amira.stopAnswer(direct, named);
    await quiet();
    expect(posted(direct).at(-1)?.text).toBe('Stopped. Ask again whenever you like.');
    expect(slack.agentThread(direct, named).status).toBe('');
  });

  test('comes once, also when the first try went wrong', async () => {
    let tries = 0;
    const { summarise } = await openReportJourney(start, () => {
      tries += 1;
      if (tries === 1) throw new TypeError('broke off');
      return reportOn(values);
    });
    expect(await summarise()).toHaveLength(2);
    expect(tries).toBe(2);
  });

  test.each([
    ['holds back a post', { status: 429, error: 'ratelimited', retryAfter: 1 }],
    ['posts and its answer is lost', { afterEffect: true, dropConnection: true }],
  ])('comes once when Slack %s', async (_what, fault) => {
    const journey = await openReportJourney(start);
    journey.slack.faults.failNext('chat.postMessage', fault);
    expect(await journey.summarise()).toHaveLength(2);
  });

  test('that goes wrong for good is apologised for in its thread', async () => {
    const { summarise } = await openReportJourney(start, (): Report => {
      throw new TypeError('nothing works');
    });
    const [named, apology, ...others] = await summarise();
    expect(others).toEqual([]);
    expect(apology?.threadTs).toBe(named?.ts);
    expect(apology?.text).toMatch(/^Sorry, .*was not written\. .*Reference: C-[0-9a-f]{8}\.$/);
  });
});
