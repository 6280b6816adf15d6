import { type Document, isCollection, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type NoticeEntry, publicationEntry, sessionEntry } from './notice-entry.ts';
import { type FileProblem, NoticeFileError } from './notice-file-error.ts';

/** A notice of a file, and where in the file each of its fields is. */
export interface ReadEntry {
  entry: NoticeEntry;
  /** Line of a field, from 1; of the notice when the field is not there. */
  lineOf(field: string): number | null;
}

type Key = string | number;

const mostNotices = 200;
/** More than any file of so many notices has. */
const mostCharacters = 1_000_000;

/**
 * Reads a file of notices, YAML or JSON: one notice, a list of them, or a list under `notices`.
 *
 * @throws {NoticeFileError} with all that is wrong.
 */
export function readNoticeFile(text: string): ReadEntry[] {
  if (text.length > mostCharacters) refuse('The file is too large: 1,000,000 characters at most.');
  const lines = new LineCounter();
  const document = parseDocument(text, {
    // Only texts: 2026-11-24 stays what was written.
    schema: 'failsafe',
    uniqueKeys: true,
    stringKeys: true,
    lineCounter: lines,
  });
  const [broken] = [...document.errors, ...document.warnings];
  if (broken !== undefined) {
    const [reason = ''] = broken.message.split(/ at line|\n/);
    refuse(`This is no YAML or JSON: ${reason}.`, broken.linePos?.[0].line ?? null);
  }
  const lineOf = (path: readonly Key[]): number | null => lineIn(document, lines, path);
  const entries = entriesOf(plainValue(document));
  if (entries.length === 0) refuse('There is no notice in the file.');
  if (entries.length > mostNotices) refuse(`A file has ${mostNotices} notices at most.`);
  const problems: FileProblem[] = [];
  const read = entries.flatMap(({ value, path }): ReadEntry[] => {
    const parsed = parse(value);
    if (parsed.success) {
      return [{ entry: parsed.data, lineOf: (field) => lineOf([...path, field]) }];
    }
    for (const issue of parsed.error.issues) {
      problems.push(...problemsOf(issue, (rest) => lineOf([...path, ...rest])));
    }
    return [];
  });
  if (problems.length > 0) throw new NoticeFileError(problems);
  return read;
}

function refuse(text: string, line: number | null = null): never {
  throw new NoticeFileError([{ line, field: null, text }]);
}

function plainValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    return refuse('Aliases (*name) are not permitted.');
  }
}

function entriesOf(value: unknown): { value: unknown; path: Key[] }[] {
  if (value === null || value === undefined || value === '') return [];
  if (Array.isArray(value)) return value.map((one, index) => ({ value: one, path: [index] }));
  if (typeof value === 'object' && 'notices' in value && Array.isArray(value.notices)) {
    const others = Object.keys(value).filter((key) => key !== 'notices');
    if (others.length > 0) refuse(`Beside “notices” there must not be “${others[0]}”.`);
    return value.notices.map((one, index) => ({ value: one, path: ['notices', index] }));
  }
  return [{ value, path: [] }];
}

function parse(value: unknown): z.ZodSafeParseResult<NoticeEntry> {
  const isPublication = typeof value === 'object' && value !== null && 'publication' in value;
  return isPublication ? publicationEntry.safeParse(value) : sessionEntry.safeParse(value);
}

function problemsOf(
  issue: z.core.$ZodIssue,
  lineOf: (path: readonly Key[]) => number | null,
): FileProblem[] {
  const path = issue.path.filter((key): key is Key => typeof key !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      line: lineOf([key]),
      field: key,
      text: 'there is no such field; see: concord notices send --help',
    }));
  }
  const field = path[0] === undefined ? null : String(path[0]);
  const line = lineOf(path);
  if (field === null) return [{ line, field, text: 'expected fields such as session: TITLE' }];
  const isMissing = issue.code === 'invalid_type' && issue.input === undefined;
  if (isMissing && field === 'session') {
    const text = 'say what it is: session: TITLE, or publication: ID';
    return [{ line, field: null, text }];
  }
  return [{ line, field, text: isMissing ? 'is missing' : reasonOf(issue) }];
}

/** Of several forms that a value may have, the reason against the last one that says why. */
function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_union') return issue.message;
  const reasons = issue.errors.flat().map(({ message }) => message);
  return reasons.find((reason) => reason.startsWith('expected')) ?? issue.message;
}

/** Line of what is at a path, or of the nearest thing around it. */
function lineIn(document: Document, lines: LineCounter, path: readonly Key[]): number | null {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (!isNode(node) || !node.range) continue;
    const key = path[length - 1];
    const parent = length === 0 ? null : document.getIn(path.slice(0, length - 1), true);
    const start = keyStart(length === 1 ? document.contents : parent, key) ?? node.range[0];
    return lines.linePos(start).line;
  }
  return null;
}

/** Where the key of a field is: a text of several lines begins below it. */
function keyStart(parent: unknown, key: Key | undefined): number | null {
  if (!isCollection(parent) || typeof key !== 'string') return null;
  for (const item of parent.items) {
    if (typeof item !== 'object' || item === null || !('key' in item)) continue;
    const { key: node } = item;
    if (isNode(node) && String(node) === key && node.range) return node.range[0];
  }
  return null;
}
