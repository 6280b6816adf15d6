import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimsOf, type ReportProgress, ReportRefused } from '../../src/summaries/index.ts';
import { openSummaries, studyText } from './open-summaries.ts';

let opened: Awaited<ReturnType<typeof openSummaries>>;
beforeEach(async () => {
  opened = await openSummaries();
});
afterEach(() => opened.close());

const request = {
  filename: 'falls study.md',
  bytes: new TextEncoder().encode(studyText),
  owner: 'U1',
  length: 'brief',
  reader: 'member',
  audiences: ['public'],
  asker: 'U1',
} as const;

const reads = (kept: { report: object }): string => JSON.stringify(kept.report);

test('a file is summarised without coming into the library', async () => {
  const told: ReportProgress[] = [];
  const kept = await opened.summaries.summariseFile({
    ...request,
    onProgress: (progress) => told.push(progress),
  });
  expect(kept).toMatchObject({ owner: 'U1', drawnOn: [] });
  expect(kept.report.title).toBe('Falls at home');
  expect(
    claimsOf(kept.report)
      .map(({ text }) => text)
      .join(' '),
  ).toContain('23%');
  expect(told).toEqual([
    { kind: 'reading-file', filename: 'falls study.md' },
    { kind: 'reading', publications: 1, pages: null },
  ]);
});

test('the same file is given again to its owner, and written anew for others', async () => {
  const first = await opened.summaries.summariseFile(request);
  expect(await opened.summaries.summariseFile(request)).toEqual(first);
  const others = await opened.summaries.summariseFile({ ...request, owner: 'U2' });
  expect(others.id).not.toBe(first.id);
  const bytes = new TextEncoder().encode(studyText.replaceAll('23%', '31%'));
  const changed = await opened.summaries.summariseFile({ ...request, bytes });
  expect(reads(changed)).toContain('31%');
});

test('its summary is kept no longer for being asked for again', async () => {
  const { id } = await opened.summaries.summariseFile(request);
  opened.clock.advance(1_000);
  await opened.summaries.summariseFile(request);
  expect(await opened.reports.forgetBefore(opened.clock.now())).toBe(1);
  expect(await opened.reports.find(id)).toBeNull();
});

test('its summary is found by its owner alone', async () => {
  const { id } = await opened.summaries.summariseFile(request);
  const find = (person: string | null) =>
    opened.summaries.find(id, { person, audiences: ['public', 'members', 'leads', 'staff'] });
  expect((await find('U1'))?.id).toBe(id);
  expect(await find('U2')).toBeNull();
  expect(await find(null)).toBeNull();
});

test('what its head says of it is taken, and does no harm where it is wrong', async () => {
  const titled = (head: string) =>
    opened.summaries.summariseFile({
      ...request,
      bytes: new TextEncoder().encode(`---\n${head}\n---\n\n${studyText}`),
    });
  expect((await titled('title: A study of falls')).report.title).toBe('A study of falls');
  expect((await titled('colour: green')).report.title).toBe('Falls at home');
});

test('a file that cannot be read is refused with the reason and what to do', async () => {
  const bytes = new TextEncoder().encode('%PDF-1.7 and nothing else');
  const failed = await opened.summaries
    .summariseFile({ ...request, filename: '/tmp/broken.pdf', bytes })
    .catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(ReportRefused);
  expect(failed).toMatchObject({ refusal: 'file-unreadable' });
  expect((failed as ReportRefused).forPeople).toMatch(/^broken\.pdf .+\. .+\.$/);
});

test('what identifies people in it is neither read nor kept, and that is said', async () => {
  const person = 'The daughter of the patient (NHS number 943 476 5919) wrote from jo@example.org.';
  const bytes = new TextEncoder().encode(`${studyText}\n\n${person}`);
  const kept = await opened.summaries.summariseFile({ ...request, length: 'full', bytes });
  expect(reads(kept)).not.toMatch(/943 476 5919|jo@example\.org/);
  expect(kept.report.notes.join(' ')).toContain('summarised: NHS number, email address.');
  const plain = await opened.summaries.summariseFile(request);
  expect(plain.report.notes.join(' ')).not.toContain('taken out');
});
