import { PlaygroundError } from '../playground-error.ts';
import {
  archiveConversation,
  joinConversation,
  leaveConversation,
} from '../state/change-conversations.ts';
import { requireConversation, requirePerson } from '../state/find.ts';
import type { Person } from '../state/people.ts';
import type { Workspace } from '../state/workspace.ts';

/** What owners and administrators of a workspace do. People and channels by id or name. */
export interface Administration {
  /** Changes a person, e.g. `{ deleted: true }` or their kind. */
  changePerson(person: string, change: Partial<Omit<Person, 'id' | 'isBot'>>): void;
  /** Puts these people, and no others, into a user group. */
  setGroupMembers(handle: string, people: readonly string[]): void;
  /** Adds a person, or the app by its name, to a channel. */
  invite(channel: string, person: string, inviter?: string): void;
  remove(channel: string, person: string): void;
  archive(channel: string, by: string): void;
  uninstallApp(): void;
}

export function createAdministration(workspace: Workspace): Administration {
  return {
    changePerson(name, change) {
      const person = requirePerson(workspace, name);
      Object.assign(person, change, { updated: workspace.seconds() });
      workspace.announce({ type: 'person-changed', user: person.id });
    },
    setGroupMembers(handle, people) {
      const group = Object.values(workspace.state.groups).find((item) => item.handle === handle);
      if (group === undefined) {
        throw new PlaygroundError('playground-group-unknown', `no user group ${handle}`);
      }
      const ids = people.map((name) => requirePerson(workspace, name).id);
      const added = ids.filter((id) => !group.userIds.includes(id));
      const removed = group.userIds.filter((id) => !ids.includes(id));
      const before = group.updated;
      Object.assign(group, { userIds: ids, updated: workspace.seconds() });
      workspace.announce({ type: 'group-changed', group: group.id, added, removed, before });
    },
    invite(channel, name, inviter) {
      const conversation = requireConversation(workspace, channel);
      const inviterId = inviter === undefined ? null : requirePerson(workspace, inviter).id;
      joinConversation(workspace, conversation, requirePerson(workspace, name).id, inviterId);
    },
    remove(channel, name) {
      const conversation = requireConversation(workspace, channel);
      leaveConversation(workspace, conversation, requirePerson(workspace, name).id);
    },
    archive(channel, by) {
      const conversation = requireConversation(workspace, channel);
      archiveConversation(workspace, conversation, requirePerson(workspace, by).id);
    },
    uninstallApp() {
      workspace.announce({ type: 'app-uninstalled' });
    },
  };
}
