import { fileType } from '../files/file-type.ts';
import type { FileOutline, FileShare, SharedFile } from '../state/files.ts';
import type { Workspace } from '../state/workspace.ts';
import type { WireObject } from './wire-object.ts';

const safeName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '_')
    .slice(-100);

/** A file as messages carry it (docs.slack.dev/reference/objects/file-object). */
export function presentFile(workspace: Workspace, file: FileOutline): WireObject {
  const { team, people, app, files } = workspace.state;
  const { filetype, prettyType } = fileType(file.name);
  const shares = files[file.id]?.shares ?? [];
  const place = `${workspace.origin}/files-pri/${team.id}-${file.id}`;
  const name = safeName(file.name);
  const archive = `https://${team.domain}.slack.com/files/${file.userId}/${file.id}/${name}`;
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: file.mimeType,
    filetype,
    pretty_type: prettyType,
    user: file.userId,
    user_team: people[file.userId]?.teamId ?? team.id,
    editable: false,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: shares.some(({ channel }) => kindOf(workspace, channel) === 'public'),
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: `${place}/${name}`,
    url_private_download: `${place}/download/${name}`,
    media_display_type: 'unknown',
    permalink: archive,
    permalink_public: `https://slack-files.com/${team.id}-${file.id}`,
    has_rich_preview: false,
    file_access: 'visible',
    ...(file.userId === app.botUserId && { bot_id: app.botId, app_id: app.appId }),
  };
}

const kindOf = (workspace: Workspace, channel: string) =>
  workspace.state.conversations[channel]?.kind;

function presentShares(workspace: Workspace, shares: readonly FileShare[]): WireObject {
  const byVisibility: Record<string, Record<string, WireObject[]>> = {};
  for (const { channel, ts, threadTs } of shares) {
    const visibility = kindOf(workspace, channel) === 'public' ? 'public' : 'private';
    const group = byVisibility[visibility] ?? {};
    byVisibility[visibility] = group;
    const share = {
      reply_users: [],
      reply_users_count: 0,
      reply_count: 0,
      ts,
      ...(threadTs !== null && { thread_ts: threadTs }),
      channel_name: workspace.state.conversations[channel]?.name ?? '',
      team_id: workspace.state.team.id,
    };
    group[channel] = [...(group[channel] ?? []), share];
  }
  return byVisibility;
}

/** A file as `files.info` returns it: with where it was shared. */
export function presentFileWithShares(workspace: Workspace, file: SharedFile): WireObject {
  const channels = (kind: string): string[] => [
    ...new Set(
      file.shares.map(({ channel }) => channel).filter((id) => kindOf(workspace, id) === kind),
    ),
  ];
  return {
    ...presentFile(workspace, file),
    shares: presentShares(workspace, file.shares),
    channels: channels('public'),
    groups: channels('private'),
    ims: channels('direct'),
    has_more_shares: false,
    comments_count: 0,
  };
}
