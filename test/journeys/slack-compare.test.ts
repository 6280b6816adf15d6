import { describe, expect, test } from 'vitest';
import { finding, openReportJourney, writeOnAsked } from './report-journey.ts';
import { visibleText } from './slack-journey.ts';
import { useSlackJourney } from './use-slack-journey.ts';

const start = useSlackJourney();

async function open(options: Parameters<typeof openReportJourney>[2] = {}) {
  const journey = await openReportJourney(start, writeOnAsked, options);
  const { amira, modal } = journey;
  const openForm = async (channel = 'general') => {
    await amira.slash('/compare', '', channel);
    return modal('Compare');
  };
  return { ...journey, openForm };
}

const both = ['falls', 'falls-2'];

describe('/compare with words', () => {
  test('compares the publications that they name, for the asker alone', async () => {
    const { amira, told, quiet, posted, direct, summaries } = await open();
    await amira.slash(
      '/compare',
      'the falls audit 2019 and the falls audit 2021 on cost',
      'general',
    );
    await quiet();
    expect(summaries.asked).toMatchObject([
      { kind: 'comparison', request: { publicationIds: both, columns: ['cost'] } },
    ]);
    const [named, report] = posted(direct);
    expect(named?.text).toContain('You asked for a comparison of 2 publications');
    expect(report?.threadTs).toBe(named?.ts);
    expect(report?.text).toContain(finding);
    expect((await told('general'))?.text).toContain('It comes in your conversation with Concord.');
    expect(posted('general')).toEqual([]);
  });

  test('lists what has changed, where that is asked', async () => {
    const { amira, quiet, summaries } = await open();
    const typed = 'what has changed between the 2019 and the 2021 falls audit report';
    await amira.slash('/compare', typed, 'general');
    await quiet();
    expect(summaries.asked).toMatchObject([
      { kind: 'changes', request: { earlierId: 'falls', laterId: 'falls-2' } },
    ]);
  });

  test('asks which are meant, and says how it is used', async () => {
    const { amira, told, summaries, modal } = await open();
    await amira.slash('/compare', 'the common values and the falls audit report', 'general');
    const list = await told('general');
    expect(list?.text).toContain('I am not sure which publications you mean');
    await amira.clickButton('general', list?.ts ?? '', 'comparison-form');
    expect(JSON.stringify(await modal('Compare'))).toContain('"value":"values"');
    await amira.slash('/compare', 'help', 'general');
    await expect.poll(async () => (await told('general'))?.text).toContain('opens a form');
    await amira.slash('/compare', 'zebras', 'general');
    await expect.poll(async () => (await told('general'))?.text).toContain('opens a form');
    expect(summaries.asked).toEqual([]);
  });
});

describe('the form of a comparison', () => {
  test('finds publications as people type, and asks for what was chosen', async () => {
    const { amira, openForm, quiet, direct, posted, summaries } = await open();
    await openForm();
    const offered = await amira.suggest('comparison-publications', 'audit 2019');
    expect(offered.map(({ text }) => text.text)).toEqual(['Falls audit (March 2019)']);
    await amira.submitView({
      'comparison-publications': both,
      'comparison-columns': ['year', 'design'],
      'comparison-own-columns': 'What did it cost?\n\nstaff',
    });
    await quiet();
    expect(summaries.asked).toMatchObject([
      {
        kind: 'comparison',
        request: {
          publicationIds: both,
          columns: ['year', 'design', 'What did it cost?', 'staff'],
          asker: 'U0AMIRA0000',
        },
      },
    ]);
    expect(posted(direct)).toHaveLength(2);
  });

  test('posts what has changed for everybody in the channel, with who asked', async () => {
    const { amira, openForm, quiet, posted, summaries } = await open();
    await openForm();
    await amira.submitView({
      'comparison-publications': both,
      'comparison-what': 'changes',
      'report-seen-by': 'channel',
    });
    await quiet();
    expect(summaries.asked).toMatchObject([{ kind: 'changes' }]);
    const [named, report] = posted('general');
    expect(JSON.stringify(named?.blocks)).toContain('<@U0AMIRA0000> asked for what has changed');
    expect(report?.threadTs).toBe(named?.ts);
    expect(visibleText(report ?? { text: '', blocks: [] })).not.toContain('Share with');
  });

  const eight = Array.from({ length: 6 }, (_, index) => `question ${index}`).join('\n');
  test.each([
    [
      'one publication',
      { 'comparison-publications': ['falls'] },
      'comparison-publications',
      'Choose 2 to 8',
    ],
    [
      'changes of three',
      { 'comparison-publications': [...both, 'values'], 'comparison-what': 'changes' },
      'comparison-publications',
      'Choose exactly two',
    ],
    [
      'no column',
      { 'comparison-publications': both, 'comparison-columns': [] },
      'comparison-own-columns',
      'Tick at least one column',
    ],
    [
      'too many columns',
      { 'comparison-publications': both, 'comparison-own-columns': eight },
      'comparison-own-columns',
      'These are 12 columns; at most 8 fit.',
    ],
    [
      'a column that is an essay',
      {
        'comparison-publications': both,
        'comparison-columns': ['year'],
        'comparison-own-columns': 'x'.repeat(121),
      },
      'comparison-own-columns',
      'in at most 120 characters',
    ],
    [
      'what they may not read',
      { 'comparison-publications': ['falls', 'board'] },
      'comparison-publications',
      'you may not read it now',
    ],
  ])('says at the field what is wrong with %s', async (_, entries, field, said) => {
    const { amira, openForm, quiet, summaries } = await open();
    await openForm();
    const sent = await amira.submitView(entries);
    expect(sent.errors).toEqual({ [field]: expect.stringContaining(said) });
    await quiet();
    expect(summaries.asked).toEqual([]);
  });
});
