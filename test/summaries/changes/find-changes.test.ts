import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { claimsOf, findChanges, type Report, ReportRefused } from '../../../src/summaries/index.ts';
import { readSampleFile, readSampleText } from '../../fakes/read-sample.ts';

const corpus = resolve(import.meta.dirname, '../../../corpus');
const policy = `# Discharge policy

## 1. Planning

The ward should set a date of discharge within 48 hours of admission. The ward sister reviews the date twice a week.

## 2. After discharge

Tests whose results are outstanding are followed up by the general practice. Patients under 80 are not telephoned as a matter of routine.

## 3. Reporting

A delay of more than three days is reported to the discharge group.
`;

async function changesOf(earlier: string, later: string): Promise<Report> {
  return findChanges(
    await readSampleText(earlier, { id: 'earlier', title: 'Discharge policy 2023', date: '2023' }),
    await readSampleText(later, { id: 'later', title: 'Discharge policy 2025', date: '2025' }),
  );
}

const listed = (report: Report): [string | null, string, string[]][] =>
  report.parts.flatMap((part) =>
    part.kind !== 'sides'
      ? []
      : part.sides.map(({ label, claims }): [string | null, string, string[]] => [
          part.heading,
          label,
          claims.map(({ text }) => text),
        ]),
  );

describe('what has changed between two editions', () => {
  test('figures and duties are named in the texts’ own words, with both quotes', async () => {
    const later = policy.replace('should set', 'must set').replace('48 hours', '24 hours');
    expect(listed(await changesOf(policy, later))).toEqual([
      [
        '1. Planning',
        'should → must; 48 hours → 24 hours',
        [
          'The ward should set a date of discharge within 48 hours of admission.',
          'The ward must set a date of discharge within 24 hours of admission.',
        ],
      ],
    ]);
  });

  test('what has come and what has gone is listed under its section', async () => {
    const later = policy
      .replace(' The ward sister reviews the date twice a week.', '')
      .replace('discharge group.', 'discharge group. The group publishes its figures every month.');
    expect(
      listed(await changesOf(policy, later)).map(([heading, label]) => [heading, label]),
    ).toEqual([
      ['1. Planning', 'Removed'],
      ['3. Reporting', 'Added'],
    ]);
  });

  test('moving, numbering, renaming, spelling and little words change nothing', async () => {
    const [title = '', one = '', two = '', three = ''] = policy.split('## ');
    const later = [
      title,
      three.replace('3. Reporting', '1. Reports'),
      two.replace('followed up by the', 'followed up by the').replace('After', 'Following'),
      one.replace('a date of discharge', 'the date of discharge').replace('1.', '3.'),
    ].join('## ');
    const report = await changesOf(policy, later);
    expect(listed(report)).toEqual([]);
    expect(report.parts).toEqual([
      { kind: 'silence', heading: null, sentences: ['Nothing of substance has changed.'] },
    ]);
    expect(report.notes[0]).toBe('0 changed, 0 added, 0 removed; 5 statements unchanged.');
  });

  test('one sentence cut in two says the same', async () => {
    const later = policy.replace(
      'A delay of more than three days is reported to the discharge group.',
      'A delay of more than three days is reported. It is reported to the discharge group.',
    );
    expect(listed(await changesOf(policy, later))).toEqual([]);
  });

  test('what has gone is quoted with the sentence that it points back to, once', async () => {
    const gone =
      ' Patients who wait for a place are given a list of homes. They have seven days to choose one of them.';
    const report = await changesOf(policy.replace('a week.', `a week.${gone}`), policy);
    expect(listed(report)).toEqual([['1. Planning', 'Removed', [gone.trim()]]]);
  });

  test('what was rewritten has changed; nothing is named that is no whole phrase', async () => {
    const later = policy.replace(
      'Tests whose results are outstanding are followed up by the general practice.',
      'Results that are outstanding are followed up by the hospital team that asked for them, not by the general practice.',
    );
    const label = async (text: string) => listed(await changesOf(policy, text))[0]?.[1];
    expect(await label(later)).toBe('Who: the general practice → the hospital team');
    const telephoned = 'Patients under 80 are not telephoned as a matter of routine.';
    const must =
      'Patients under 80 must be telephoned by the community matron within the first days at home.';
    expect(await label(policy.replace(telephoned, must))).toBe('Changed');
    const twice = 'The ward sister reviews the date twice a week';
    expect(await label(policy.replace(twice, `${twice} with the family`))).toBe(
      'added: “with the family”',
    );
    expect(
      await label(
        policy.replace(twice, 'The ward sister and the named nurse review the date twice a week'),
      ),
    ).not.toMatch(/“(?:and|and the)”|\b(?:the|and|by|of)”/);
  });

  test('of a row of a table its columns are named', async () => {
    const table = (within: string, sender: string): string =>
      `${policy}\n| Document | ${sender}Within |\n|---|---|\n| Nursing handover | ${sender === '' ? '' : 'Ward nurse | '}${within} |\n`.replace(
        '|---|---|',
        sender === '' ? '|---|---|' : '|---|---|---|',
      );
    const report = await changesOf(
      table('Day of discharge', 'Sent by | '),
      table('Two hours before the patient leaves', ''),
    );
    expect(listed(report)[0]?.[1]).toBe(
      'Nursing handover – Within: Day of discharge → Two hours before the patient leaves',
    );
  });

  test('who and what is covered is said to be the scope', async () => {
    const scope = (to: string): string => `${policy}\nThe policy applies to ${to}.\n`;
    const report = await changesOf(
      scope('adults on medical and surgical wards'),
      scope('anybody who leaves a ward, and to children on general wards'),
    );
    expect(listed(report)[0]?.[1]).toBe('Scope changed');
  });

  test('of many changes the most important come first, once', async () => {
    const rules = (from: number, adverb: string): string =>
      [
        '# Rules',
        ...['Wards', 'Practices', 'Homes'].map((place, at) =>
          [
            `## ${place}`,
            ...['summary', 'letter', 'invoice', 'record'].map(
              (thing, index) =>
                `${place} send the ${thing} of a patient${index > 1 ? ` ${adverb}` : ''} to the archive within ${index > 1 ? 90 : from + at * 2 + index} days.`,
            ),
          ].join('\n\n'),
        ),
      ].join('\n\n');
    const report = await changesOf(rules(10, 'by courier'), rules(30, 'electronically'));
    const all = listed(report);
    const highlighted = all.filter(([heading]) => heading === 'Most important changes');
    expect(highlighted).toHaveLength(6);
    expect(highlighted.every(([, label]) => /^1\d days → 3\d days$/.test(label))).toBe(true);
    const texts = all.map(([, , claims]) => claims.join('\n'));
    expect(new Set(texts).size).toBe(texts.length);
    expect(report.parts.map(({ heading }) => heading)).toEqual([
      'Most important changes',
      'Wards',
      'Practices',
      'Homes',
    ]);
  });

  test('what leads in to a list is told of once', async () => {
    const list = (duty: string): string =>
      `# Rules\n\nEvery ward ${duty}:\n\n- send the summary to the practice;\n- telephone the family;\n- name a nurse.\n`;
    expect(listed(await changesOf(list('should'), list('must')))).toHaveLength(1);
  });

  test('the earlier one comes first, however they are named', async () => {
    const [one, other] = [
      await readSampleText(policy, { id: 'old', title: 'Policy', date: '2023' }),
      await readSampleText(policy.replace('48', '24'), {
        id: 'new',
        title: 'Policy',
        date: '2025',
      }),
    ];
    const report = await findChanges(other, one);
    expect(report.sources.map(({ publication }) => publication.id)).toEqual(['old', 'new']);
    expect(listed(report)[0]?.[1]).toBe('48 hours → 24 hours');
  });

  test('without dates the order is that of the titles, else as named, and it says so', async () => {
    const undated = { date: null };
    const titled = await findChanges(
      await readSampleText(policy, { ...undated, id: 'b', title: 'Policy 2025' }),
      await readSampleText(policy, { ...undated, id: 'a', title: 'Policy 2023' }),
    );
    expect(titled.sources.map(({ publication }) => publication.id)).toEqual(['a', 'b']);
    expect(titled.notes[0]).toContain('the years in their titles do');
    const untold = await findChanges(
      await readSampleText(policy, { ...undated, id: 'b', title: 'Policy' }),
      await readSampleText(policy, { ...undated, id: 'a', title: 'Policy' }),
    );
    expect(untold.sources.map(({ publication }) => publication.id)).toEqual(['b', 'a']);
    expect(untold.notes[0]).toContain('the one that was named first');
  });

  test('two that are no editions of one thing are said to be none', async () => {
    const report = await findChanges(
      await readSampleFile(`${corpus}/falls-and-frailty.md`),
      await readSampleFile(`${corpus}/pooled-budget.md`),
    );
    expect(report.notes.join(' ')).toContain('do not read like editions of one publication');
    expect(listed(report).every(([, , texts]) => texts.length === 2)).toBe(true);
  });

  test('a publication is not compared with itself', async () => {
    const one = await readSampleText(policy, { id: 'one' });
    await expect(findChanges(one, one)).rejects.toThrow(ReportRefused);
  });

  test('the policies of the sample library differ in what their readers would name', async () => {
    const report = await findChanges(
      await readSampleFile(`${corpus}/discharge-policy-2019.md`),
      await readSampleFile(`${corpus}/discharge-policy-2024.md`),
    );
    const labels = listed(report)
      .map(([, label]) => label)
      .join('\n');
    expect(labels).toContain('48 hours → 24 hours');
    expect(labels).toContain('22:00 → 20:00; 07:00 → 08:00');
    expect(labels).toContain('On request → Day of discharge');
    expect(labels).toContain('every three years → every year in May');
    expect(labels).toContain('the general practice → the hospital team');
    expect(labels).not.toMatch(/[Rr]eworded/);
    expect(report.parts[0]).toMatchObject({ kind: 'sides', heading: 'Most important changes' });
    const important = report.parts[0]?.kind === 'sides' ? report.parts[0].sides : [];
    expect(important).toHaveLength(8);
    expect(important.every(({ claims }) => claims.length === 2)).toBe(true);
    expect(report.notes.join(' ')).toMatch(/\d+ changed, \d+ added, \d+ removed/);
    expect(claimsOf(report).every(({ quotes }) => quotes.length === 1)).toBe(true);
  });
});
