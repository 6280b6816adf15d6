import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  claimsOf,
  type ReportProgress,
  type ReportRefusal,
  ReportRefused,
  type SummariseRequest,
} from '../../src/summaries/index.ts';
import { openSummaries, studyText } from './open-summaries.ts';

let opened: Awaited<ReturnType<typeof openSummaries>>;
beforeEach(async () => {
  opened = await openSummaries();
});
afterEach(() => opened.close());

const request: SummariseRequest = {
  publicationId: 'falls',
  length: 'brief',
  reader: 'board',
  audiences: ['public', 'members'],
  asker: 'U1',
};

async function refusal(report: Promise<unknown>): Promise<ReportRefusal | null> {
  try {
    await report;
    return null;
  } catch (error) {
    if (!(error instanceof ReportRefused)) throw error;
    expect(error.forPeople).toMatch(/^.+\. [A-Z].+\.$/s);
    return error.refusal;
  }
}

describe('a summary', () => {
  test('is written from the publication, and says so as it goes', async () => {
    await opened.publish(studyText);
    const told: ReportProgress[] = [];
    const kept = await opened.summaries.summarise({
      ...request,
      onProgress: (progress) => told.push(progress),
    });
    expect(kept).toMatchObject({
      owner: null,
      modelRun: null,
      drawnOn: [{ publicationId: 'falls', changedAt: 0 }],
    });
    expect(kept.report).toMatchObject({ kind: 'summary', composer: 'extractive' });
    const said = claimsOf(kept.report).map(({ text }) => text);
    expect(said.join(' ')).toContain('23%');
    expect(told).toEqual([{ kind: 'reading', publications: 1, pages: null }]);
  });

  test('is given again without reading the text, under the same id', async () => {
    await opened.publish(studyText);
    const first = await opened.summaries.summarise(request);
    const told: ReportProgress[] = [];
    const again = await opened.summaries.summarise({
      ...request,
      asker: 'U2',
      onProgress: (progress) => told.push(progress),
    });
    expect(again).toEqual(first);
    expect(opened.textsRead()).toBe(1);
    expect(told).toEqual([]);
  });

  test('is another one for another length or reader', async () => {
    await opened.publish(studyText);
    const kept = await Promise.all([
      opened.summaries.summarise(request),
      opened.summaries.summarise({ ...request, length: 'sentence' }),
      opened.summaries.summarise({ ...request, reader: 'public' }),
    ]);
    expect(new Set(kept.map(({ id }) => id)).size).toBe(3);
  });

  test('is written anew when the publication has changed', async () => {
    await opened.publish(studyText);
    const first = await opened.summaries.summarise(request);
    const changed = studyText.replaceAll('23%', '31%');
    await opened.publish(changed, { contentHash: 'b'.repeat(64), changedAt: 1 });
    const second = await opened.summaries.summarise(request);
    expect(second.id).not.toBe(first.id);
    expect(JSON.stringify(second.report)).toContain('31%');
    expect(JSON.stringify(second.report)).not.toContain('23%');
  });

  test('is written anew when the same file is read by other rules', async () => {
    await opened.publish(studyText);
    const first = await opened.summaries.summarise(request);
    await opened.publish(studyText, { changedAt: 1 });
    expect((await opened.summaries.summarise(request)).id).not.toBe(first.id);
  });

  test('asked for by several at once is written once', async () => {
    await opened.publish(studyText);
    const kept = await Promise.all([1, 2, 3].map(() => opened.summaries.summarise(request)));
    expect(new Set(kept.map(({ id }) => id)).size).toBe(1);
    expect(opened.log.filter(({ msg }) => msg === 'report-written')).toHaveLength(1);
  });

  test('is kept longer when it is given again', async () => {
    await opened.publish(studyText);
    const { id } = await opened.summaries.summarise(request);
    opened.clock.advance(1_000);
    await opened.summaries.summarise(request);
    expect(await opened.reports.forgetBefore(opened.clock.now())).toBe(0);
    expect(await opened.reports.forgetBefore(opened.clock.now() + 1)).toBe(1);
    expect(await opened.reports.find(id)).toBeNull();
  });

  test('is refused of what not everybody who would see it may read', async () => {
    const summarise = (audiences: SummariseRequest['audiences']) =>
      refusal(opened.summaries.summarise({ ...request, audiences }));
    expect(await summarise(['public'])).toBe('publication-not-open');
    await opened.publish(studyText, { audience: 'leads' });
    expect(await summarise(['public', 'members'])).toBe('publication-not-open');
    expect(await summarise(['public', 'members', 'leads'])).toBeNull();
    // Neither does what was written for others open it.
    expect(await summarise(['public', 'members'])).toBe('publication-not-open');
    const embargoedUntil = opened.clock.now() + 1;
    await opened.publish(studyText, { embargoedUntil });
    expect(await summarise(['public'])).toBe('publication-not-open');
    opened.clock.advance(1);
    expect(await summarise(['public'])).toBeNull();
    await opened.publish(studyText, { retiredAt: 5 });
    expect(await summarise(['public'])).toBe('publication-not-open');
  });

  test('is refused of what says nothing', async () => {
    await opened.publish('# Contents\n\n## Chapter one\n\n## Chapter two');
    expect(await refusal(opened.summaries.summarise(request))).toBe('nothing-to-summarise');
  });

  test('says first when the publication is not to be relied on', async () => {
    await opened.publish(studyText, { status: 'retracted' });
    const { report } = await opened.summaries.summarise(request);
    expect(report.notes[0]).toBe('“Falls at home” has been retracted: do not rely on it.');
    await opened.publish(studyText, { status: 'superseded', supersededBy: 'Falls', changedAt: 1 });
    const other = await opened.summaries.summarise(request);
    expect(other.report.notes[0]).toBe('“Falls at home” has been superseded by “Falls”.');
  });

  test('ends with Stop', async () => {
    await opened.publish(studyText);
    const stop = new AbortController();
    const summary = opened.summaries.summarise({ ...request, signal: stop.signal });
    stop.abort(new Error('stopped'));
    await expect(summary).rejects.toThrow('stopped');
  });
});

describe('a report that was given', () => {
  const reader = { person: 'U9', audiences: ['public', 'members'] } as const;

  test('is found by whoever may read its publications now', async () => {
    await opened.publish(studyText, { audience: 'leads' });
    const audiences = ['public', 'members', 'leads'] as const;
    const { id, report } = await opened.summaries.summarise({ ...request, audiences });
    expect(await opened.summaries.find(id, reader)).toBeNull();
    expect(await opened.summaries.find(id, { ...reader, audiences })).toMatchObject({ report });
    await opened.publish(studyText, { audience: 'staff' });
    expect(await opened.summaries.find(id, { ...reader, audiences })).toBeNull();
    expect(await opened.summaries.find('unknown', reader)).toBeNull();
  });

  test('says how its publications stand now', async () => {
    await opened.publish(studyText);
    const { id } = await opened.summaries.summarise(request);
    await opened.publish(studyText, { status: 'retracted', changedAt: 1 });
    const found = await opened.summaries.find(id, reader);
    expect(found?.report.sources[0]?.publication.status).toBe('retracted');
    expect(found?.report.notes).toContain(
      '“Falls at home” has changed since this was written. Ask again for what it says now.',
    );
  });
});

test('what was closed while it was written is not given', async () => {
  await opened.publish(studyText, { embargoedUntil: opened.clock.now() });
  // As if the day from which it may be read were put off.
  const onProgress = () => opened.clock.advance(-1);
  const written = opened.summaries.summarise({ ...request, onProgress });
  expect(await refusal(written)).toBe('publication-not-open');
});
