import { PlaygroundError } from '../playground-error.ts';
import type { Workspace } from '../state/workspace.ts';
import type { Shortcut, SlashCommand } from './app-manifest.ts';

/** What people cannot do because the app's manifest does not offer it. Without one they may. */

const missing = (code: string, what: string): PlaygroundError =>
  new PlaygroundError(code, what, {
    forPeople: `${what} Add it to the app's manifest, or choose what is there.`,
  });

/** @throws {PlaygroundError} `playground-command-unknown`. */
export function requireCommand(workspace: Workspace, command: string): SlashCommand | null {
  if (workspace.manifest === null) return null;
  const found = workspace.manifest.commands.find((candidate) => candidate.command === command);
  if (found !== undefined) return found;
  throw missing('playground-command-unknown', `The app has no command ${command}.`);
}

/** @throws {PlaygroundError} `playground-shortcut-unknown`. */
export function requireShortcut(
  workspace: Workspace,
  type: Shortcut['type'],
  callbackId: string,
): void {
  const { manifest } = workspace;
  if (manifest === null) return;
  const isThere = manifest.shortcuts.some(
    (shortcut) => shortcut.type === type && shortcut.callbackId === callbackId,
  );
  if (!isThere) {
    throw missing('playground-shortcut-unknown', `The app has no ${type} shortcut ${callbackId}.`);
  }
}

/** @throws {PlaygroundError} `playground-no-interactivity`. */
export function requireInteractivity(workspace: Workspace): void {
  if (workspace.manifest?.hasInteractivity === false) {
    throw missing('playground-no-interactivity', 'The app does not take part in interactions.');
  }
}

/** @throws {PlaygroundError} `playground-no-home-tab`. */
export function requireHomeTab(workspace: Workspace): void {
  if (workspace.manifest?.hasHomeTab === false) {
    throw missing('playground-no-home-tab', 'The app has no Home tab.');
  }
}

/** Slack shows Stop only to apps that hear of it. @throws {PlaygroundError} `playground-no-stop`. */
export function requireStop(workspace: Workspace): void {
  if (workspace.manifest?.events.includes('agent_session_stopped') === false) {
    throw missing('playground-no-stop', 'The app cannot be stopped.');
  }
}
