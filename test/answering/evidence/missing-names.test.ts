import { describe, expect, test } from 'vitest';
import {
  createNameCheck,
  type MissingNames,
} from '../../../src/answering/evidence/missing-names.ts';
import { spellsOut } from '../../../src/answering/evidence/spells-out.ts';
import {
  informationOf,
  largestInformation,
  type TermStatistics,
} from '../../../src/answering/term-statistics.ts';
import { scriptPassages, terms } from '../scripted-search.ts';

/** A library of 100 passages in which terms are as frequent as given. */
function library(frequencies: Record<string, number>): TermStatistics {
  return { terms, passages: 100, passagesWith: (term) => frequencies[term] ?? 0 };
}

function check(names: string[], text: string, frequencies: Record<string, number>): MissingNames {
  const { found, texts } = scriptPassages([
    { text, publication: { title: 'Falls in Merrowdale', date: '2019-05' } },
  ]);
  const [first] = found.passages;
  if (first === undefined) throw new Error('no passage');
  return createNameCheck(names, texts, library(frequencies))(first);
}

describe('names a publication lacks', () => {
  test('none that stand in its text, title or date', () => {
    const names = ['Harrowfen', 'Merrowdale', '2019', 'Ward'];
    const text = 'Harrowfen closed a ward.';
    expect(check(names, text, { harrowfen: 1, merrowdale: 1 })).toEqual({
      unknown: 0,
      elsewhere: 0,
    });
  });

  test('each counts that the library nowhere holds', () => {
    expect(check(['Euston', 'Germany'], 'Harrowfen closed a ward.', {}).unknown).toBe(2);
  });

  test('one that stands elsewhere counts the more the rarer it is there', () => {
    const frequencies = { quillbridge: 1, england: 60 };
    const statistics = library(frequencies);
    const rare = check(['Quillbridge'], 'A ward closed.', frequencies);
    const common = check(['England'], 'A ward closed.', frequencies);
    expect(rare).toEqual({ unknown: 0, elsewhere: 1 });
    expect(common.elsewhere).toBeCloseTo(
      informationOf('england', statistics) / largestInformation(100),
    );
    expect(common.elsewhere).toBeLessThan(0.2);
  });

  test('none that the publication spells out', () => {
    const text = 'Members of the Foundation Trust Network paid.';
    expect(check(['FTN'], text, { ftn: 1 })).toEqual({ unknown: 0, elsewhere: 0 });
    expect(check(['FTN'], 'Members paid.', { ftn: 1 }).elsewhere).toBe(1);
  });
});

describe('acronyms spelt out', () => {
  test.each([
    ['FTN', 'the Foundation Trust Network'],
    ['PIFU', 'patient-initiated follow-up'],
    ['MRI', 'Magnetic resonance\nimaging'],
    ['MoUs', 'memoranda of understanding', false],
    ['COPD', 'chronic obstructive pulmonary disease'],
    ['DHSC', 'Department of Health and Social Care'],
    ['PCNs', 'primary care networks'],
  ])('%s: %s', (name, text, expected = true) => {
    expect(spellsOut(text, name)).toBe(expected);
  });

  test.each([
    ['MRI', 'magnetic imaging resonance'],
    ['FTN', 'foundation trust. Network'],
    ['UK', 'unusual knees'],
    ['Falls', 'fewer alarms led to less sorrow'],
  ])('%s is not %s', (name, text) => {
    expect(spellsOut(text, name)).toBe(false);
  });

  test('stays quick on text made of beginnings', () => {
    const startedAt = performance.now();
    expect(spellsOut('aa bb aa of the aa '.repeat(20_000), 'ABABAC')).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});
