import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Prompt, readPrompts } from '../../src/prompting/index.ts';

const header = 'purpose: Greet.\nvariables:\n  who: A person.\noutput: none';
const text = 'Greet {{who}}.';
const oneField = `output:
  type: object
  properties: { word: { type: string } }
  required: [word]
  additionalProperties: false`;

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'concord-prompts-'));
});
afterEach(() => rm(directory, { recursive: true }));

async function read(content: string | Uint8Array, name = 'greet'): Promise<Prompt> {
  await writeFile(join(directory, `${name}.md`), content);
  return (await readPrompts(directory)).get(name);
}

const file = (front: string, body = text): string => `---\n${front}\n---\n${body}\n`;

describe('readPrompts', () => {
  test('reads header and text', async () => {
    const content = file(header.replace('output: none', oneField));
    const prompt = await read(content);
    expect(prompt).toMatchObject({
      name: 'greet',
      purpose: 'Greet.',
      hash: createHash('sha256').update(content).digest('hex').slice(0, 16),
      output: {
        name: 'greet',
        schema: {
          type: 'object',
          properties: { word: { type: 'string' } },
          required: ['word'],
          additionalProperties: false,
        },
      },
    });
    expect(prompt.fill({ who: 'Ada' })).toBe('Greet Ada.');
  });

  test('reads prompts for free text, without variables, and with Windows line ends', async () => {
    const content = file('purpose: Greet.\nvariables: {}\noutput: none', 'Hello.\n\nBye.');
    const prompt = await read(content.replaceAll('\n', '\r\n'));
    expect(prompt.output).toBeNull();
    expect(prompt.fill({})).toBe('Hello.\n\nBye.');
  });

  test('has another hash when one letter changes', async () => {
    const [before, after] = [await read(file(header)), await read(file(header, `${text}!`))];
    expect(before.hash).not.toBe(after.hash);
  });

  test('reads each file once, and leaves other files alone', async () => {
    await writeFile(join(directory, 'README.md'), 'No header.');
    await writeFile(join(directory, 'notes.txt'), 'No header.');
    await writeFile(join(directory, 'greet.md'), file(header));
    await writeFile(join(directory, 'a.md'), file(header));
    const prompts = await readPrompts(directory);
    await rm(join(directory, 'greet.md'));
    expect(prompts.names).toEqual(['a', 'greet']);
    expect(prompts.get('greet').fill({ who: 'Ada' })).toBe('Greet Ada.');
  });

  test('names the prompts there are when one is asked for that is not', async () => {
    await writeFile(join(directory, 'greet.md'), file(header));
    const prompts = await readPrompts(directory);
    expect(() => prompts.get('constructor')).toThrow(
      expect.objectContaining({
        code: 'prompt-unknown',
        message: 'there is no prompt "constructor"; there are greet',
      }),
    );
  });

  test('says which directory cannot be read or is empty', async () => {
    const unreadable = { code: 'prompts-unreadable', message: expect.stringContaining(directory) };
    await expect(readPrompts(join(directory, 'none'))).rejects.toMatchObject(unreadable);
    await expect(readPrompts(directory)).rejects.toMatchObject(unreadable);
  });

  test.each<[string, string | Uint8Array, string]>([
    ['no header', text, 'header: expected front matter'],
    ['a header without end', `---\n${header}\n${text}`, 'header: expected front matter'],
    ['a header that is no mapping', file('hello'), 'header: '],
    ['YAML that is none', file('purpose: "'), 'header: '],
    ['a key twice', file(`${header}\npurpose: Again.`), 'header: Map keys must be unique'],
    ['an unknown field', file(`${header}\nmodel: big`), 'header: Unrecognized key: "model"'],
    ['no purpose', file(header.replace('Greet.', '')), 'purpose: '],
    ['no output', file(header.replace('output: none', '')), 'output: '],
    ['a variable without words', file(header.replace('A person.', '""')), 'variables.who: '],
    ['an odd variable', file(header.replace('who:', 'who-is:')), 'variables.who-is: '],
    ['an undeclared variable', file(header, `${text} {{day}}`), 'variables.day: used in the text'],
    ['an unused variable', file(header, 'Hello.'), 'variables.who: declared but not used'],
    ['braces around nothing', file(header, `${text} {{ who }}`), 'text: expected {{ and }}'],
    ['no text', file(header.replace('who: A person.', '{}'), ''), 'text: expected some'],
    ['bytes that are no text', Uint8Array.of(0xff, 0xfe, 0x00), 'text: expected UTF-8'],
  ])('names file and field for %s', async (_, content, problem) => {
    await expect(read(content)).rejects.toMatchObject({
      code: 'prompt-invalid',
      message: expect.stringContaining(`greet.md: ${problem}`),
    });
  });

  test.each([
    ['no schema', 'output: {}', 'output'],
    [
      'free keys',
      oneField.replace('additionalProperties: false', ''),
      'output.additionalProperties',
    ],
    ['an optional property', oneField.replace('[word]', '[]'), 'output.required'],
    [
      'a property that is required only',
      oneField.replace('[word]', '[word, day]'),
      'output.required',
    ],
    ['a keyword few services know', oneField.replace('string }', 'string, pattern: a }'), 'output'],
    ['a list at the top', 'output: { type: array, items: { type: string } }', 'output'],
  ])('refuses a schema with %s', async (_, output, field) => {
    await expect(read(file(header.replace('output: none', output)))).rejects.toMatchObject({
      code: 'prompt-invalid',
      message: expect.stringContaining(`greet.md: ${field}`),
    });
  });

  test.each(['two words', 'grüße', 'a'.repeat(65), 'a.b'])(
    'refuses %j as the name of a schema',
    async (name) => {
      await expect(read(file(header), name)).rejects.toMatchObject({
        code: 'prompt-invalid',
        message: expect.stringContaining(`${name}.md: file name: expected at most 64`),
      });
    },
  );

  test('tells all problems at once', async () => {
    const content = file(header, 'Hello {{day}}.');
    await expect(read(content)).rejects.toMatchObject({
      details: {
        problems: [
          'variables.day: used in the text but not declared',
          'variables.who: declared but not used in the text',
        ],
      },
    });
  });
});
