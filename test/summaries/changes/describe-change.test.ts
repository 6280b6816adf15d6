import { expect, test } from 'vitest';
import { describeChange } from '../../../src/summaries/changes/describe-change.ts';
import { readEdition } from '../../../src/summaries/changes/read-edition.ts';
import { readSampleText } from '../../fakes/read-sample.ts';

async function labelOf(earlier: string, later: string): Promise<string | null> {
  const [before, after] = await Promise.all(
    [earlier, later].map(async (text) => readEdition(await readSampleText(`# Rules\n\n${text}\n`))),
  );
  return describeChange(before?.[0]?.words ?? [], after?.[0]?.words ?? [])?.label ?? null;
}

test.each([
  ['Wards reply within 48 hours.', 'Wards reply within 24 hours.', '48 hours → 24 hours'],
  [
    'It is reviewed every three years.',
    'It is reviewed every year in May.',
    'every three years → every year in May',
  ],
  [
    'A delay of more than three days is reported to the group, which meets every month.',
    'A delay of more than 24 hours goes to the manager; after 48 hours it goes to the director.',
    'three days → 24 hours',
  ],
  ['Wards should tell the practice.', 'Wards must tell the practice.', 'should → must'],
  ['Wards tell the practice.', 'Wards tell the practice in writing.', 'added: “in writing”'],
  [
    'Nobody leaves between 22:00 and 07:00.',
    'No patient leaves between 20:00 and 07:00.',
    '22:00 → 20:00',
  ],
  [
    'The list is checked by the ward.',
    'The list is checked by the pharmacist.',
    'Who: the ward → the pharmacist',
  ],
])('%s → %s', async (earlier, later, label) => {
  expect(await labelOf(earlier, later)).toBe(label);
});

test.each([
  // A hyphen does not end a phrase.
  [
    'It is based on the 2011 census results and mid-year estimates.',
    'It is based on the 2019 mid-year estimates.',
  ],
  // Other figures of other things.
  [
    'The 400 discharges of autumn were audited for delays.',
    'Summaries reach most practices within 24 hours by now.',
  ],
  // What was added belongs partly to what follows.
  [
    'Results are followed by practices.',
    'Results are followed by hospital teams that asked, not by practices.',
  ],
])('no half phrase is named: %s → %s', async (earlier, later) => {
  expect(await labelOf(earlier, later)).toBe('Changed');
});

test('by when or by how much says nothing of who', async () => {
  expect(
    await labelOf('It is sent by the end of the week.', 'It is sent by the start of the week.'),
  ).not.toContain('Who');
});
