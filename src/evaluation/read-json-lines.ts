import type { z } from 'zod';
import { DataSetError } from './data-set-error.ts';
import { readLines } from './read-lines.ts';

/**
 * The records of a JSON Lines file, parsed and checked one by one.
 *
 * @param expected what the file should hold, for the error's reader.
 * @throws {DataSetError} `data-set-missing`, or `data-set-invalid` naming file, line and field.
 */
export async function* readJsonLines<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  expected: string,
): AsyncGenerator<z.infer<Schema>> {
  for await (const { text, number } of readLines(path, expected)) {
    const parsed = schema.safeParse(parseJson(text, `${path}, line ${number}`, expected));
    if (!parsed.success) {
      const problems = parsed.error.issues.map(
        (issue) => `${issue.path.length === 0 ? 'record' : issue.path.join('.')}: ${issue.message}`,
      );
      throw new DataSetError(
        'data-set-invalid',
        `${path}, line ${number}: ${problems.join('; ')}`,
        {
          expected,
        },
      );
    }
    yield parsed.data;
  }
}

function parseJson(text: string, place: string, expected: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DataSetError('data-set-invalid', `${place}: not JSON (${(cause as Error).message})`, {
      expected,
      cause,
    });
  }
}
