import { z } from 'zod';
import { lookUp } from '../../state/look-up.ts';
import { presentGroup } from '../../wire/present-user.ts';
import { flag, requiredText } from '../argument-types.ts';
import { defineMethod } from '../define-method.ts';
import { MethodError } from '../method-error.ts';

/** `usergroups.list`: the groups that can be mentioned. */
export const usergroupsList = defineMethod({
  name: 'usergroups.list',
  arguments: z.looseObject({
    include_users: flag.optional(),
    include_disabled: flag.optional(),
    include_count: flag.optional(),
  }),
  run({ workspace }, values) {
    const groups = Object.values(workspace.state.groups).filter(
      (group) => !group.disabled || values.include_disabled,
    );
    return {
      usergroups: groups.map((group) =>
        presentGroup(workspace, group, values.include_users === true),
      ),
    };
  },
});

/** `usergroups.users.list`: who is in a group. */
export const usergroupsUsersList = defineMethod({
  name: 'usergroups.users.list',
  arguments: z.looseObject({ usergroup: requiredText, include_disabled: flag.optional() }),
  run({ workspace }, values) {
    const group = lookUp(workspace.state.groups, values.usergroup);
    if (group === undefined || (group.disabled && !values.include_disabled)) {
      throw new MethodError('no_such_subteam');
    }
    return { users: group.userIds };
  },
});
