import { z } from 'zod';
import { DataSetError } from './data-set-error.ts';
import { readLines } from './read-lines.ts';

/** What one run of an eval command wrote, taken apart for comparing. */
export type Measured =
  /** The document of `--json`: figures by their path, such as `answer_ms.p50`. */
  | { kind: 'report'; figures: ReadonlyMap<string, number | null> }
  /** The lines of `--details`: figures of every question by its id. */
  | { kind: 'details'; questions: ReadonlyMap<string, ReadonlyMap<string, number | null>> };

const expected =
  'what an eval command printed with --json, or what it wrote with --details: JSON objects';
const recordSchema = z.record(z.string(), z.unknown());

/**
 * Reads either form. One document is a report unless it names a question by `id`; details of several
 * paths or places have these in their ids.
 *
 * @throws {DataSetError} `data-set-missing`, `data-set-invalid` or `data-set-empty`.
 */
export async function readMeasured(path: string): Promise<Measured> {
  const lines: { text: string; number: number }[] = [];
  for await (const line of readLines(path, expected)) lines.push(line);
  if (lines.length === 0)
    throw new DataSetError('data-set-empty', `${path} is empty`, { expected });
  const whole = parse(lines.map(({ text }) => text).join('\n'));
  if (whole !== null && typeof whole.id !== 'string') {
    return { kind: 'report', figures: figuresOf(whole, path) };
  }
  const questions = new Map<string, ReadonlyMap<string, number | null>>();
  for (const { text, number } of lines) {
    const record = parse(text);
    const id = record === null ? null : idOf(record);
    if (record === null || id === null) {
      throw new DataSetError(
        'data-set-invalid',
        `${path}, line ${number}: no JSON object with an id`,
        {
          expected,
        },
      );
    }
    if (questions.has(id)) {
      throw new DataSetError('data-set-invalid', `${path}, line ${number}: ${id} is there twice`);
    }
    questions.set(id, figuresOf(record, path));
  }
  return { kind: 'details', questions };
}

function idOf({ path, place, id }: Record<string, unknown>): string | null {
  if (typeof id !== 'string') return null;
  return [path, place, id].filter((part) => typeof part === 'string').join(' / ');
}

function parse(text: string): Record<string, unknown> | null {
  try {
    return recordSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Numbers as they are, yes and no as 1 and 0, of lists the length; null for what is text or unknown. */
function figuresOf(record: Record<string, unknown>, path: string): Map<string, number | null> {
  const figures = new Map<string, number | null>();
  const visit = (value: unknown, name: string): void => {
    if (typeof value === 'number') figures.set(name, value);
    else if (typeof value === 'string' || value === null) figures.set(name, null);
    else if (typeof value === 'boolean') figures.set(name, Number(value));
    else if (Array.isArray(value)) figures.set(name, value.length);
    else if (typeof value === 'object') {
      for (const [key, each] of Object.entries(value ?? {})) {
        visit(each, name === '' ? key : `${name}.${key}`);
      }
    }
  };
  visit(record, '');
  if ([...figures.values()].some((value) => value !== null)) return figures;
  throw new DataSetError('data-set-invalid', `${path} holds no figures`, { expected });
}
