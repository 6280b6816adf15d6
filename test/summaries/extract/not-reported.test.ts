import { describe, expect, test } from 'vitest';
import { summariseExtractively } from '../../../src/summaries/index.ts';
import { readSampleText } from '../../fakes/read-sample.ts';

const told =
  'The ward opened in the spring. Many of the patients came from the town. The building was painted in white. Visitors were offered tea by the staff.';

async function silencesOf(text: string, kind: 'paper' | 'policy' | 'answer', title = 'A ward') {
  const read = await readSampleText(`# ${title}\n\n${text}`, { kind, title });
  return summariseExtractively(read, { length: 'brief', reader: 'member' })?.notReported;
}

describe('what is not reported', () => {
  test('is what one expects of the kind of publication', async () => {
    expect(await silencesOf(told, 'paper')).toEqual([
      'authorship',
      'recommendations',
      'methods',
      'limits',
    ]);
    expect(await silencesOf(told, 'policy')).toEqual(['authorship']);
    expect(await silencesOf(told, 'answer')).toEqual([]);
    expect(
      await silencesOf(told, 'paper', 'Government response to the report on wards'),
    ).not.toContain('methods');
  });

  test.each([
    ['methods', 'Figure 2 shows the analysis of these samples.'],
    ['limits', 'As table 3 shows, the sample was too small to compare.'],
    ['recommendations', 'Box 1 lists what we recommend.'],
  ] as const)('%s: not where it is said in words that no summary can use', async (item, said) => {
    expect(await silencesOf(`${told} ${said}`, 'paper')).not.toContain(item);
  });

  test('too short a text misses nothing', async () => {
    expect(await silencesOf('The ward opened in the spring.', 'paper')).toEqual([]);
  });
});
