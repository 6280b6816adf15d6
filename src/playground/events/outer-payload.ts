import { Buffer } from 'node:buffer';
import type { Workspace } from '../state/workspace.ts';
import type { WireObject } from '../wire/wire-object.ts';
import type { InnerEvent } from './inner-event.ts';

/** Deprecated by Slack in favour of signatures, but still in every payload. */
export const verificationToken = 'local-verification-token';

/** Wraps an event into what the Events API sends. */
export function outerPayload(
  workspace: Workspace,
  inner: InnerEvent,
): WireObject & { event_id: string } {
  const { team, app } = workspace.state;
  const { event, isExternallyShared } = inner;
  const channel = typeof event.channel === 'string' ? event.channel : undefined;
  const context = JSON.stringify({ et: event.type, tid: team.id, aid: app.appId, cid: channel });
  return {
    token: verificationToken,
    team_id: team.id,
    api_app_id: app.appId,
    event,
    type: 'event_callback',
    event_id: workspace.nextId('Ev'),
    event_time: workspace.seconds(),
    authorizations: [
      {
        enterprise_id: null,
        team_id: team.id,
        user_id: app.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: isExternallyShared,
    event_context: `4-${Buffer.from(context).toString('base64url')}`,
  };
}
