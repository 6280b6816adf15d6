import { writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { askedCount, linesOf, useRecordingStage } from './recording-stage.ts';

const stage = useRecordingStage();
const { evaluate, record } = stage;

describe('a replay', () => {
  test('fails at a call that was not recorded, or answers extractively, as one wants', async () => {
    await record(stage.answers, '--questions', '2');
    await stage.service.close();
    await expect(
      evaluate({}, 'answers', stage.answers, '--replay', stage.to),
    ).rejects.toMatchObject({
      code: 'call-not-recorded',
      details: { prompt: 'compose-answer', changed: [] },
      forPeople: expect.stringMatching(/The question: .*\?$/),
    });
    const options = ['--replay', stage.to, '--missing', 'extractive', '--json'];
    const { json } = await evaluate({}, 'answers', stage.answers, ...options);
    expect(json[0]).toMatchObject({
      composed_by_model: 2,
      model_failures: { unavailable: askedCount - 2 },
    });
  });

  test('names the prompts that have changed since', async () => {
    await record(stage.answers, '--questions', '1');
    const [header] = await linesOf(stage.to);
    const prompts = { ...(header?.prompts as object), 'compose-answer': '0123456789abcdef' };
    await writeFile(stage.to, `${JSON.stringify({ ...header, prompts })}\n`);
    await expect(
      evaluate({}, 'answers', stage.answers, '--replay', stage.to),
    ).rejects.toMatchObject({
      forPeople: expect.stringMatching(/prompts have changed: compose-answer\./),
    });
  });

  test('is for a model', async () => {
    const options = ['--replay', stage.to, '--composer', 'extractive'];
    await expect(evaluate({}, 'answers', stage.answers, ...options)).rejects.toMatchObject({
      exitStatus: 2,
    });
  });

  test.each([
    ['is not there', null],
    ['is no recording', '{"id": 1}\n'],
    ['is empty', ''],
  ])('of a file that %s is wrong use', async (_, content) => {
    if (content !== null) await writeFile(stage.to, content);
    await expect(
      evaluate({}, 'answers', stage.answers, '--replay', stage.to),
    ).rejects.toMatchObject({
      exitStatus: 2,
      message: expect.stringContaining('concord eval record'),
    });
  });
});
