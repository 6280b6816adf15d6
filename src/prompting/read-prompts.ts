import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseDocument } from 'yaml';
import { ConcordError } from '../errors.ts';
import {
  createPrompt,
  createPrompts,
  type Prompt,
  type Prompts,
  placeOfVariable,
} from './prompt.ts';
import { promptHeader } from './prompt-header.ts';

const extension = '.md';
/** For people, not for a model. */
const notPrompts = ['README.md'];
/** What services accept as the name of a schema, which is that of the prompt. */
const permittedName = /^[A-Za-z0-9_-]{1,64}$/;
const hashDigits = 16;

/**
 * Reads every `NAME.md` of a directory: a header (YAML front matter) of `purpose`, `variables` and
 * `output`, then the text. `README.md` and other files are left alone.
 *
 * @throws {ConcordError} `prompts-unreadable`; `prompt-invalid`, naming the file and each field that
 *   is wrong.
 */
export async function readPrompts(directory: string): Promise<Prompts> {
  try {
    const files = (await readdir(directory))
      .filter((name) => name.endsWith(extension) && !notPrompts.includes(name))
      .map((name) => join(directory, name));
    if (files.length === 0) throw new Error(`expected files *${extension}, found none`);
    return createPrompts(
      await Promise.all(files.map(async (file) => parsePrompt(file, await readFile(file)))),
    );
  } catch (error) {
    if (error instanceof ConcordError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConcordError(
      'prompts-unreadable',
      `the prompts in ${directory} cannot be read: ${reason}. Restore the directory as it was delivered.`,
      { cause: error, details: { directory } },
    );
  }
}

/** @throws {ConcordError} `prompt-invalid`. */
function parsePrompt(file: string, bytes: Uint8Array): Prompt {
  const name = basename(file, extension);
  const { header, text } = splitHeader(file, textOf(file, bytes));
  const parsed = promptHeader.safeParse(header);
  const problems = parsed.success ? [] : parsed.error.issues.map(describeIssue);
  if (!permittedName.test(name)) {
    problems.push('file name: expected at most 64 letters, digits, _ and -, before .md');
  }
  const variables = parsed.success ? Object.keys(parsed.data.variables) : [];
  if (parsed.success) problems.push(...compareVariables(variables, text));
  if (text === '') problems.push('text: expected some after the header, got nothing');
  if (!parsed.success || problems.length > 0) throw invalid(file, problems);
  const { purpose, output: schema } = parsed.data;
  return createPrompt({
    name,
    hash: createHash('sha256').update(bytes).digest('hex').slice(0, hashDigits),
    purpose,
    output: schema && { name, schema },
    variables,
    text,
  });
}

function textOf(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
  } catch (cause) {
    throw invalid(file, ['text: expected UTF-8'], cause);
  }
}

function splitHeader(file: string, text: string): { header: unknown; text: string } {
  const match = /^---[ \t]*\n([\s\S]*?\n)---[ \t]*(?:\n|$)/.exec(text);
  if (match === null) {
    throw invalid(file, ['header: expected front matter between two lines ---, found none']);
  }
  const document = parseDocument(match[1] ?? '', { stringKeys: true });
  const problems = [...document.errors, ...document.warnings].map(
    // The first line says what is wrong and where; the others draw it.
    ({ message }) => `header: ${message.split(':\n')[0]}`,
  );
  if (problems.length > 0) throw invalid(file, problems);
  return { header: document.toJS(), text: text.slice(match[0].length).trim() };
}

function describeIssue({ path, message }: { path: PropertyKey[]; message: string }): string {
  return `${path.map(String).join('.') || 'header'}: ${message}`;
}

/** What is wrong between the variables of the header and those of the text. */
function compareVariables(declared: readonly string[], text: string): string[] {
  const used = new Set([...text.matchAll(placeOfVariable)].map((match) => match[1] ?? ''));
  const rest = text.replace(placeOfVariable, '');
  return [
    ...[...used]
      .filter((name) => !declared.includes(name))
      .map((name) => `variables.${name}: used in the text but not declared`),
    ...declared
      .filter((name) => !used.has(name))
      .map((name) => `variables.${name}: declared but not used in the text`),
    ...(/\{\{|\}\}/.test(rest) ? ['text: expected {{ and }} only around a variable'] : []),
  ];
}

function invalid(file: string, problems: readonly string[], cause?: unknown): ConcordError {
  return new ConcordError('prompt-invalid', `${file}: ${problems.join('; ')}`, {
    cause,
    details: { file, problems },
  });
}
