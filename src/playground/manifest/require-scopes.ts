import type { Workspace } from '../state/workspace.ts';
import { MethodError } from '../web-api/method-error.ts';
import { neededScopes } from './method-scopes.ts';

/**
 * Refuses a call that the app has no scope for. Without a manifest every call is allowed.
 *
 * @throws {MethodError} `missing_scope`, with what is needed and what there is.
 */
export function requireScopes(
  workspace: Workspace,
  method: string,
  values: Readonly<Record<string, unknown>>,
): void {
  if (workspace.manifest === null) return;
  const { scopes } = workspace.manifest;
  const missing = neededScopes(workspace, method, values).filter(
    (scope) => !scopes.includes(scope),
  );
  if (missing.length === 0) return;
  throw new MethodError('missing_scope', { needed: missing.join(','), provided: scopes.join(',') });
}
