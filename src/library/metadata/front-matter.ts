import { parseDocument } from 'yaml';

/** A Markdown file taken apart. */
export interface SplitFrontMatter {
  /** null when the text does not begin with front matter. */
  frontMatter: Record<string, unknown> | null;
  body: string;
}

/** YAML that cannot be used; `message` says where and why, for the person who wrote it. */
export class YamlProblem extends Error {}

/** Splits off YAML between a first line `---` and the next `---` or `...`. @throws {YamlProblem} */
export function splitFrontMatter(text: string): SplitFrontMatter {
  const match = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m.exec(
    text,
  );
  if (match?.index !== 0) return { frontMatter: null, body: text };
  return { frontMatter: parseYamlMapping(match[1] ?? ''), body: text.slice(match[0].length) };
}

/**
 * A YAML mapping in which every scalar stays the text that was written: `2014` and `yes` are strings,
 * so that no date, year or title changes on its way. Aliases and tags are refused.
 *
 * @throws {YamlProblem}
 */
export function parseYamlMapping(yaml: string): Record<string, unknown> {
  const document = parseDocument(yaml, { schema: 'failsafe', uniqueKeys: true, stringKeys: true });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem) {
    const line = problem.linePos?.[0].line;
    const [reason] = problem.message.split(/ at line|\n/);
    throw new YamlProblem(line === undefined ? reason : `line ${line}: ${reason}`);
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 0 });
  } catch {
    throw new YamlProblem('aliases (*name) are not permitted');
  }
  if (value === null || value === '') return {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new YamlProblem('expected lines of the form `key: value`');
  }
  return { ...value };
}
