import { z } from 'zod';
import { presentBotProfile } from '../../wire/present-message.ts';
import { text } from '../argument-types.ts';
import { defineMethod } from '../define-method.ts';
import { MethodError } from '../method-error.ts';

const iconSizes = [34, 44, 68, 88, 102, 132, 230] as const;

/** `team.info`: the workspace itself. */
export const teamInfo = defineMethod({
  name: 'team.info',
  arguments: z.looseObject({ team: text.optional() }),
  run({ workspace }, values) {
    const { team } = workspace.state;
    if (values.team !== undefined && values.team !== team.id) {
      throw new MethodError('team_not_found');
    }
    const icons = iconSizes.map((size) => [
      `image_${size}`,
      `https://a.slack-edge.com/local/team_${size}.png`,
    ]);
    return {
      team: {
        id: team.id,
        name: team.name,
        url: `https://${team.domain}.slack.com/`,
        domain: team.domain,
        email_domain: '',
        icon: { image_default: true, ...Object.fromEntries(icons) },
      },
    };
  },
});

/** `bots.info`: the app's bot. */
export const botsInfo = defineMethod({
  name: 'bots.info',
  arguments: z.looseObject({ bot: text.optional() }),
  run({ workspace }, values) {
    const { app } = workspace.state;
    if (values.bot !== undefined && values.bot !== app.botId) {
      throw new MethodError('bot_not_found');
    }
    const { team_id: _, ...profile } = presentBotProfile(workspace);
    return { bot: { ...profile, user_id: app.botUserId } };
  },
});
