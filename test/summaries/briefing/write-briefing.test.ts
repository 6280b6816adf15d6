import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claimsOf } from '../../../src/summaries/index.ts';
import { listOf, missingIn, openTopics, type TopicDocument } from './open-topics.ts';

const filler = (subject: string): string =>
  `The ${subject} team meets on the first Monday of the month. Its minutes are kept for six years.`;

const documents: TopicDocument[] = [
  {
    id: 'falls-study',
    title: 'Preventing falls at home: a trial in Leeds',
    kind: 'paper',
    date: '2023-05',
    markdown:
      '# Results\n\nAmong people over 75 who were visited by a pharmacist, falls at home went down by 23%. Visits cost £41 each.\n\n# Methods\n\nWe followed 412 people for a year.',
  },
  {
    id: 'falls-policy-new',
    title: 'Falls policy (2024)',
    kind: 'policy',
    date: '2024-02',
    markdown:
      '# Duties\n\nEvery ward must assess the risk of falls within six hours of admission. A nurse leads the review after each fall.',
  },
  {
    id: 'falls-policy-old',
    title: 'Falls policy (2019)',
    kind: 'policy',
    date: '2019-02',
    status: 'superseded',
    supersededBy: 'Falls policy (2024)',
    markdown: '# Duties\n\nEvery ward must assess the risk of falls within a day of admission.',
  },
  {
    id: 'falls-leads',
    title: 'Falls: what the board was told',
    kind: 'paper',
    audience: 'leads',
    date: '2024-06',
    markdown: '# Findings\n\nTwo wards report most of the falls. The board asked for a plan.',
  },
  {
    id: 'falls-session',
    title: 'Session: falls and how to prevent them',
    kind: 'notice',
    date: '2024-11-05',
    markdown: 'The session on falls takes place on 5 November 2024 at the town hall.',
  },
  {
    id: 'admissions',
    title: 'Admissions in winter',
    kind: 'paper',
    date: '2022',
    markdown:
      '# Results\n\nEmergency admissions fell by 12% in the winter. Costs fell by £1 million. Waiting times did not fall.',
  },
  {
    id: 'housing-case',
    title: 'A housing officer on the ward',
    kind: 'case-study',
    date: '2021-03',
    markdown:
      '# What happened\n\nA housing officer on the ward cut delays caused by unfit homes by 42%. It found homes for 31 people.',
  },
  ...['diabetes', 'transport', 'catering', 'parking', 'pensions', 'laundry'].map(
    (subject): TopicDocument => ({
      id: subject,
      title: `The ${subject} service`,
      kind: 'paper',
      date: '2020',
      markdown: `# About\n\n${filler(subject)}\n\n# Next\n\nThe ${subject} service will report next year.`,
    }),
  ),
];

let library: Awaited<ReturnType<typeof openTopics>>;
beforeAll(async () => {
  library = await openTopics(documents);
});
afterAll(() => library.close());

describe('a briefing', () => {
  test('lists what is about the topic by kind, newest first, with sessions apart', async () => {
    const report = await library.brief('falls');
    expect(listOf(report)).toEqual([
      'Policy and statements: Falls policy (2024) | Falls policy (2019)',
      'Studies and papers: Preventing falls at home: a trial in Leeds',
      'Coming sessions: Session: falls and how to prevent them',
    ]);
    expect(report).toMatchObject({ kind: 'briefing', title: 'Falls', composer: 'extractive' });
  });

  test('says of each in one quoted sentence what it says on the topic', async () => {
    const report = await library.brief('falls');
    const texts = claimsOf(report).map(({ text }) => text);
    expect(texts).toContain(
      'Among people over 75 who were visited by a pharmacist, falls at home went down by 23%.',
    );
    for (const { text, quotes } of claimsOf(report)) expect(quotes[0]?.text).toBe(text);
    expect(report.sources.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });

  test('draws on nothing that not everybody may read who will see it', async () => {
    expect(JSON.stringify(await library.brief('falls'))).not.toContain('board was told');
    const leads = await library.brief('falls', ['public', 'members', 'leads']);
    expect(listOf(leads)).toContain(
      'Studies and papers: Falls: what the board was told | Preventing falls at home: a trial in Leeds',
    );
  });

  test('says which kinds there are none of, counting only what was found', async () => {
    expect(missingIn(await library.brief('falls'))).toEqual([
      'No case study on this topic was found.',
    ]);
    expect(missingIn(await library.brief('housing'))).toEqual([
      'No policy or statement and no study or paper on this topic was found.',
      'Nothing newer than 2021 was found.',
    ]);
  });

  test('says of a topic of two parts what is not dealt with together', async () => {
    const report = await library.brief('Falls and housing');
    expect(listOf(report).join('\n')).toContain('Case studies: A housing officer on the ward');
    expect(missingIn(report)).toContain('No publication deals with Falls and housing together.');
  });

  test('says of a part that nothing was found, and lists the other', async () => {
    const report = await library.brief('housing and astronomy');
    expect(listOf(report)).toEqual(['Case studies: A housing officer on the ward']);
    expect(missingIn(report)[0]).toBe('Nothing was found on astronomy.');
  });

  test('refuses a topic that the library says nothing on, and names what is nearest', async () => {
    await expect(library.brief('astronomy')).rejects.toMatchObject({ refusal: 'topic-unknown' });
    await expect(library.brief('housing astronomers')).rejects.toThrow(
      /nothing about “housing astronomers”.*Nearest: “A housing officer on the ward”/,
    );
  });

  test('asks for a topic where none is named, and repeats no identifier', async () => {
    await expect(library.brief('the')).rejects.toThrow('Name a topic');
    await expect(library.brief('falls of amira@example.org')).resolves.toMatchObject({
      title: 'Falls of [email address]',
    });
  });
});
