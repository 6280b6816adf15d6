import { DateTime } from 'luxon';
import { isMember } from '../state/find.ts';
import type { Person, PersonGroup } from '../state/people.ts';
import type { Workspace } from '../state/workspace.ts';
import type { WireObject } from './wire-object.ts';

const imageSizes = [24, 32, 48, 72, 192, 512] as const;

const maySeeEmail = ({ manifest }: Workspace): boolean =>
  manifest === null || manifest.scopes.includes('users:read.email');

function presentProfile(workspace: Workspace, person: Person): WireObject {
  const [firstName = '', ...lastNames] = person.realName.split(' ');
  const { app } = workspace.state;
  const image = person.image === '' ? 'https://a.slack-edge.com/local/person.png' : person.image;
  return {
    title: person.title,
    phone: '',
    skype: '',
    real_name: person.realName,
    real_name_normalized: person.realName,
    display_name: person.isBot ? '' : person.name,
    display_name_normalized: person.isBot ? '' : person.name,
    status_text: '',
    status_text_canonical: '',
    status_emoji: '',
    status_expiration: 0,
    avatar_hash: 'g0000000000a',
    first_name: firstName,
    last_name: lastNames.join(' '),
    team: person.teamId,
    ...Object.fromEntries(imageSizes.map((size) => [`image_${size}`, image])),
    ...(person.isBot
      ? { api_app_id: app.appId, always_active: true, bot_id: app.botId }
      : maySeeEmail(workspace) && { email: person.email }),
  };
}

/**
 * "This user belongs to a different workspace […] and isn't in any shared channels visible to your
 * app": people of other organisations who share a channel with the app are no strangers, and are
 * told by their `team_id` alone.
 */
function isStranger(workspace: Workspace, person: Person): boolean {
  const { app, conversations } = workspace.state;
  return !Object.values(conversations).some(
    (conversation) =>
      conversation.kind !== 'direct' &&
      isMember(conversation, person.id) &&
      isMember(conversation, app.botUserId),
  );
}

/** A person as `users.info` and `user_change` show them. */
export function presentUser(workspace: Workspace, person: Person): WireObject {
  const local = DateTime.fromMillis(workspace.clock.now(), { zone: person.timeZone });
  const isGuest = person.kind === 'guest' || person.kind === 'single-channel-guest';
  const isExternal = person.kind === 'external';
  return {
    id: person.id,
    team_id: person.teamId,
    name: person.name,
    deleted: person.deleted,
    color: '9f69e7',
    real_name: person.realName,
    tz: person.timeZone,
    tz_label: local.offsetNameLong ?? person.timeZone,
    tz_offset: local.offset * 60,
    profile: presentProfile(workspace, person),
    is_bot: person.isBot,
    is_app_user: false,
    updated: person.updated,
    ...(isExternal
      ? { is_stranger: isStranger(workspace, person) }
      : {
          is_admin: person.kind === 'staff',
          is_owner: false,
          is_primary_owner: false,
          is_restricted: isGuest,
          is_ultra_restricted: person.kind === 'single-channel-guest',
          is_email_confirmed: !person.isBot,
          who_can_share_contact_card: 'EVERYONE',
        }),
  };
}

/** A user group as `usergroups.list` and `subteam_updated` show it. */
export function presentGroup(
  workspace: Workspace,
  group: PersonGroup,
  withUsers: boolean,
): WireObject {
  return {
    id: group.id,
    team_id: workspace.state.team.id,
    is_usergroup: true,
    is_subteam: true,
    name: group.name,
    description: group.description,
    handle: group.handle,
    is_external: false,
    date_create: group.created,
    date_update: group.updated,
    date_delete: group.disabled ? group.updated : 0,
    auto_provision: false,
    enterprise_subteam_id: '',
    created_by: workspace.state.app.botUserId,
    updated_by: workspace.state.app.botUserId,
    prefs: { channels: [], groups: [] },
    ...(withUsers && { users: group.userIds }),
    user_count: group.userIds.length,
    channel_count: 0,
  };
}
