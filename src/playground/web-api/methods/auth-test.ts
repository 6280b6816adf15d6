import { z } from 'zod';
import { defineMethod } from '../define-method.ts';

/** `auth.test`: who the token belongs to. */
export const authTest = defineMethod({
  name: 'auth.test',
  arguments: z.looseObject({}),
  run({ workspace }) {
    const { team, app, people } = workspace.state;
    return {
      url: `https://${team.domain}.slack.com/`,
      team: team.name,
      user: people[app.botUserId]?.name ?? app.name,
      team_id: team.id,
      user_id: app.botUserId,
      bot_id: app.botId,
      is_enterprise_install: false,
    };
  },
});
