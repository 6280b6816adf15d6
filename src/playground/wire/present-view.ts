import type { View } from '../state/views.ts';
import type { Workspace } from '../state/workspace.ts';
import type { WireObject } from './wire-object.ts';

/** A view as Slack returns it and sends it with interactions. */
export function presentView(workspace: Workspace, view: View): WireObject {
  const { team, app } = workspace.state;
  return {
    id: view.id,
    team_id: team.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.privateMetadata,
    callback_id: view.callbackId,
    state: { values: view.values },
    hash: view.hash,
    title: view.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: view.clearOnClose,
    notify_on_close: view.notifyOnClose,
    submit_disabled: view.submitDisabled,
    close: view.close,
    submit: view.submit,
    previous_view_id: view.previousViewId,
    root_view_id: view.rootViewId,
    app_id: app.appId,
    external_id: view.externalId,
    app_installed_team_id: team.id,
    bot_id: app.botId,
  };
}
