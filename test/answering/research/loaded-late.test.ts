import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

const source = join(import.meta.dirname, '../../../src');
const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => join(entry.parentPath, entry.name));

/** Files that import what a pattern describes when they are loaded themselves. */
function importers(pattern: RegExp): string[] {
  return files
    .filter((file) => pattern.test(readFileSync(file, 'utf8')))
    .map((file) => relative(join(source, 'answering/research'), file));
}

test('LangChain’s agents are loaded when research wants them, not when Concord starts', () => {
  expect(importers(/from '(?:langchain|@langchain\/langgraph)(?:\/[^']*)?'/)).toEqual([
    'research-agent.ts',
  ]);
  expect(importers(/from '[^']*\/research-agent\.ts'/)).toEqual([]);
  expect(importers(/import\('[^']*\/research-agent\.ts'\)/)).toEqual(['research-library.ts']);
});
