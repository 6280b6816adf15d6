import { z } from 'zod';
import { lookUp } from '../../state/look-up.ts';
import { presentUser } from '../../wire/present-user.ts';
import { integer, requiredText, text } from '../argument-types.ts';
import { defineMethod } from '../define-method.ts';
import { MethodError } from '../method-error.ts';
import { pageMetadata, paginate } from '../paginate.ts';

/** `users.info`: who someone is. */
export const usersInfo = defineMethod({
  name: 'users.info',
  arguments: z.looseObject({ user: requiredText }),
  run({ workspace }, values) {
    const person = lookUp(workspace.state.people, values.user);
    if (person === undefined) throw new MethodError('user_not_found');
    return { user: presentUser(workspace, person) };
  },
});

/** `users.lookupByEmail`: who has an address. People who have left are not found by it. */
export const usersLookupByEmail = defineMethod({
  name: 'users.lookupByEmail',
  arguments: z.looseObject({ email: requiredText }),
  run({ workspace }, values) {
    const email = values.email.toLowerCase();
    const person = Object.values(workspace.state.people).find(
      (candidate) => !candidate.deleted && !candidate.isBot && candidate.email === email,
    );
    if (person === undefined) throw new MethodError('users_not_found');
    return { user: presentUser(workspace, person) };
  },
});

/** `users.list`: everyone in the workspace. People of other organisations are not in it. */
export const usersList = defineMethod({
  name: 'users.list',
  arguments: z.looseObject({
    limit: integer.pipe(z.number().min(1).max(999)).optional(),
    cursor: text.optional(),
  }),
  run({ workspace }, values) {
    const { people, team } = workspace.state;
    const own = Object.values(people)
      .filter((person) => person.teamId === team.id)
      .sort((one, other) => one.id.localeCompare(other.id));
    const page = paginate(own, (person) => person.id, values.limit ?? own.length, values.cursor);
    return {
      members: page.items.map((person) => presentUser(workspace, person)),
      cache_ts: workspace.seconds(),
      ...pageMetadata(page),
    };
  },
});
