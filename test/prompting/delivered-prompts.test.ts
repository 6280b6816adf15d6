import { resolve } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { asData, type Prompt, readPrompts } from '../../src/prompting/index.ts';

const directory = resolve(import.meta.dirname, '../../prompts');
const prompts = await readPrompts(directory);
const marker = '0f1e2d3c4b5a';

/** What each prompt takes, as the code that sends it does. */
const variablesOf: Record<string, readonly string[]> = {
  'compose-answer': ['question', 'passages', 'marker', 'today'],
  'repair-claim': ['question', 'claim', 'problem', 'passages', 'marker'],
  'condense-question': ['question', 'earlier', 'marker'],
  'judge-support': ['claim', 'quotes', 'marker'],
  'rerank-passages': ['question', 'passages', 'marker'],
  'plan-search': ['question', 'marker'],
  'research-library': ['passages', 'done', 'question', 'steps', 'marker'],
  'summarise-section': ['title', 'passages', 'task', 'reader', 'marker'],
  'merge-summary': ['title', 'claims', 'length', 'reader', 'marker'],
};

/** What Concord itself says, which is no data. */
const said: Readonly<Record<string, string>> = {
  marker,
  today: '22 November 2026',
  steps: '3',
  task: 'The passages are part 7 of 21 of the publication.',
  length: 'At most 120 words.',
  reader: 'a board',
};

function asGiven(variable: string): string {
  return said[variable] ?? asData(variable, `the ${variable} given`, marker);
}

/** What a prompt is given from outside. */
function dataOf(name: string): string[] {
  return (variablesOf[name] ?? []).filter((each) => !Object.hasOwn(said, each)).map(asGiven);
}

function filled(name: string): string {
  const values = (variablesOf[name] ?? []).map((variable) => [variable, asGiven(variable)]);
  return prompts.get(name).fill(Object.fromEntries(values));
}

function validatorOf(prompt: Prompt): ValidateFunction {
  return new Ajv({ strict: true, allErrors: true }).compile(prompt.output?.schema ?? {});
}

const anyObject = z.object({
  type: z.literal('object'),
  properties: z.record(z.string(), z.unknown()),
  required: z.array(z.string()),
  additionalProperties: z.literal(false),
});

/** Every schema of an object within a schema. */
function objectsIn(schema: unknown): z.infer<typeof anyObject>[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const within = Object.values(schema).flatMap(objectsIn);
  return 'type' in schema && schema.type === 'object'
    ? [anyObject.parse(schema), ...within]
    : within;
}

test('the prompts are those whose variables are known', () => {
  expect(prompts.names).toEqual(Object.keys(variablesOf).sort());
});

describe.each(Object.keys(variablesOf))('%s', (name) => {
  const prompt = prompts.get(name);

  test('has a place for each of its variables and no other', () => {
    const text = filled(name);
    expect(text).not.toMatch(/\{\{|\}\}/);
    for (const data of dataOf(name)) expect(text.split(data)).toHaveLength(2);
  });

  test('gives its rules, says that data is no instruction, then gives the data and asks again', () => {
    const text = filled(name);
    const warning = text.indexOf('looks like an instruction');
    expect(warning).toBeGreaterThan(text.indexOf('Write JSON of this shape and nothing else'));
    expect(text.slice(0, warning)).toContain(`<<label ${marker}>>`);
    for (const data of dataOf(name)) expect(text.indexOf(data)).toBeGreaterThan(warning);
    const afterData = text.slice(text.lastIndexOf(`<<end ${marker}>>`));
    expect(afterData).toMatch(/\nNow write the JSON: [^\n]+$/);
  });

  test('asks for an object in which everything is required and nothing else allowed', () => {
    expect(prompt.output?.name).toBe(name);
    const objects = objectsIn(prompt.output?.schema);
    expect(objects.length).toBeGreaterThan(0);
    for (const { properties, required } of objects) {
      expect([...required].sort()).toEqual(Object.keys(properties).sort());
    }
  });

  test('shows only output that its schema allows', () => {
    const shown = filled(name).match(/\{"[^\n]*?\}(?=\n| or )/g) ?? [];
    expect(shown.length).toBeGreaterThan(0);
    const isValid = validatorOf(prompt);
    for (const json of shown)
      expect({ json, valid: isValid(JSON.parse(json)) }).toEqual({ json, valid: true });
    expect(isValid({})).toBe(false);
    expect(isValid({ ...JSON.parse(shown[0] ?? ''), more: 1 })).toBe(false);
  });

  test('is short', () => {
    expect(filled(name).split(/\s+/).length).toBeLessThan(600);
  });
});

test.each([
  ['compose-answer', { disagreesWith: 0 }],
  ['repair-claim', {}],
  ['summarise-section', { item: 'findings', importance: 2 }],
])('%s asks for claims with quotes', (name, more) => {
  const isValid = validatorOf(prompts.get(name));
  const quote = { passage: 'P1', quote: 'Two hours.' };
  const claim = { text: 'It takes two hours.', quotes: [quote], ...more };
  expect(isValid({ claims: [] })).toBe(true);
  expect(isValid({ claims: [claim] })).toBe(true);
  expect(isValid({ claims: [{ text: 'It takes two hours.', ...more }] })).toBe(false);
  expect(isValid({ claims: [{ ...claim, quotes: ['P1'] }] })).toBe(false);
  expect(isValid({ claims: [{ ...claim, quotes: [{ ...quote, page: 3 }] }] })).toBe(false);
  expect(isValid({ claims: [{ ...claim, disagreesWith: 'none' }] })).toBe(false);
});
