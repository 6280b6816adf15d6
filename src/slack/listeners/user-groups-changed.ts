import type { RegisterListener } from './listener.ts';

/** Somebody may have become a lead or have left a group: the groups are looked up anew. */
export const listenToChangesOfGroups: RegisterListener = ({ app, directory }) => {
  app.event('subteam_updated', async () => directory.forgetGroups());
  app.event('subteam_members_changed', async () => directory.forgetGroups());
};
