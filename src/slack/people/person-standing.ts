import { z } from 'zod';

/** What decides whether somebody belongs to the partnership, as Slack tells it of a person. */
export const slackPerson = z.object({
  id: z.string(),
  team_id: z.string().optional(),
  deleted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
  is_stranger: z.boolean().optional(),
  is_invited_user: z.boolean().optional(),
  enterprise_user: z
    .object({ enterprise_id: z.string().optional() })
    .loose()
    .optional()
    .catch(undefined),
});

export type SlackPerson = z.infer<typeof slackPerson>;

/** `robot`: an app's user, which is neither member nor guest. */
export type Standing = 'member' | 'outsider' | 'robot';

/** The workspace Concord is installed in. */
export interface OwnWorkspace {
  teamId: string;
  /** The organisation above it on Enterprise Grid. */
  enterpriseId: string | null;
}

/** Guests, people of other organisations and people who left are outside the partnership. */
export function standingOf(person: SlackPerson, own: OwnWorkspace): Standing {
  if (person.is_bot === true || person.id === 'USLACKBOT') return 'robot';
  if (person.deleted === true || person.is_stranger === true) return 'outsider';
  if (person.is_restricted === true || person.is_ultra_restricted === true) return 'outsider';
  if (person.is_invited_user === true) return 'outsider';
  if (person.team_id === own.teamId) return 'member';
  const organisation = person.enterprise_user?.enterprise_id;
  return own.enterpriseId !== null && organisation === own.enterpriseId ? 'member' : 'outsider';
}
