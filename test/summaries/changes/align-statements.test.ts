import { expect, test } from 'vitest';
import { alignStatements } from '../../../src/summaries/changes/align-statements.ts';
import { readEdition } from '../../../src/summaries/changes/read-edition.ts';
import { readSampleText } from '../../fakes/read-sample.ts';

async function pairsOf(earlier: string, later: string): Promise<[string, string][]> {
  const [before = [], after = []] = await Promise.all(
    [earlier, later].map(async (text) => readEdition(await readSampleText(text))),
  );
  return alignStatements(before, after).pairs.map((pair) => [
    pair.earlier.candidate.text,
    pair.later.candidate.text,
  ]);
}

const was = 'A delay of more than three days is reported to the board of partners.';
const is = 'A delay of more than 24 hours after somebody is found fit goes to a director.';

test('what begins alike in a section is about the same thing, whatever it goes on to say', async () => {
  expect(
    await pairsOf(`# Rules\n\n## Reports\n\n${was}`, `# Rules\n\n## Reports\n\n${is}`),
  ).toEqual([[was, is]]);
});

test('not where other statements begin so, too, nor in another section', async () => {
  const another = 'A delay of more than an hour at the gate is nobody’s fault.';
  expect(
    await pairsOf(
      `# Rules\n\n## Reports\n\n${was}`,
      `# Rules\n\n## Reports\n\n${is}\n\n## Transport\n\n${another}`,
    ),
  ).toEqual([]);
  expect(
    await pairsOf(`# Rules\n\n## Reports\n\n${was}`, `# Rules\n\n## Transport\n\n${is}`),
  ).toEqual([]);
});
