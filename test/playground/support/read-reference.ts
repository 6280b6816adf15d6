import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { TestContext } from 'vitest';

const root = resolve(import.meta.dirname, '../../../../shared/slack');

/** A recorded payload shape of Slack; skips the test, visibly, where there are none. */
export function readReference(path: string, context: TestContext): unknown {
  const file = resolve(root, path);
  if (!existsSync(file)) context.skip(`no recorded shapes of Slack at ../shared/slack/${path}`);
  return JSON.parse(readFileSync(file, 'utf8'));
}
