import { forgetOldItems } from './forget-old.ts';
import type { EphemeralMessage } from './messages.ts';
import type { Workspace } from './workspace.ts';

/** Shows a message to one person alone. */
export function postEphemeral(
  workspace: Workspace,
  content: Omit<EphemeralMessage, 'ts'>,
): EphemeralMessage {
  const message = { ...content, ts: workspace.nextTs() };
  workspace.state.ephemeral.push(message);
  forgetOldItems(workspace.state.ephemeral);
  workspace.announce({ type: 'ephemeral-posted', message });
  return message;
}

export function changeEphemeral(
  workspace: Workspace,
  message: EphemeralMessage,
  change: Pick<EphemeralMessage, 'text' | 'blocks'>,
): void {
  Object.assign(message, { text: change.text, blocks: change.blocks });
  workspace.announce({ type: 'ephemeral-changed', message });
}

export function deleteEphemeral(workspace: Workspace, message: EphemeralMessage): void {
  const { ephemeral } = workspace.state;
  workspace.state.ephemeral = ephemeral.filter((candidate) => candidate !== message);
  workspace.announce({ type: 'ephemeral-deleted', message });
}
