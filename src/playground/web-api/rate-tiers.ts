export interface CallRate {
  /** Calls that may be made over a minute, once the burst is used up. */
  perMinute: number;
  /** Calls that may be made at once. */
  burst: number;
}

/** How often a method may be called, per workspace and app. */
export type RateLimit = CallRate &
  (
    | { perChannel: false }
    | {
        /** Counts each channel by itself. */
        perChannel: true;
        /** Counts all channels together. */
        overall: CallRate;
      }
  );

/**
 * Tiers as documented (docs.slack.dev/apis/web-api/rate-limits): 1, 20, 50 and 100 calls a minute
 * and more; "a small amount of burst behavior is tolerated", which leaves the size of the burst to
 * us. Tier 1 lets an app open the ten connections it may have.
 */
const tiers = {
  tier1: { perMinute: 1, burst: 10, perChannel: false },
  tier2: { perMinute: 20, burst: 20, perChannel: false },
  tier3: { perMinute: 50, burst: 50, perChannel: false },
  tier4: { perMinute: 100, burst: 100, perChannel: false },
  /**
   * "Generally allows posting one message per second per channel", with short bursts, "while also
   * maintaining a workspace-wide limit", which the method's page puts at several hundred a minute,
   * with generous bursts.
   */
  posting: {
    perMinute: 60,
    burst: 5,
    perChannel: true,
    overall: { perMinute: 300, burst: 100 },
  },
  /** "Hundreds of requests per minute". */
  hundreds: { perMinute: 600, burst: 100, perChannel: false },
} as const satisfies Record<string, RateLimit>;

const tierOfMethod: Readonly<Record<string, keyof typeof tiers>> = {
  'agents.sessions.rename': 'tier3',
  'agents.sessions.setStatus': 'tier3',
  'apps.connections.open': 'tier1',
  'assistant.threads.setStatus': 'hundreds',
  'assistant.threads.setSuggestedPrompts': 'tier3',
  'assistant.threads.setTitle': 'tier3',
  'auth.test': 'hundreds',
  'bots.info': 'tier3',
  'chat.appendStream': 'tier4',
  'chat.delete': 'tier3',
  'chat.getPermalink': 'hundreds',
  'chat.postEphemeral': 'tier4',
  'chat.postMessage': 'posting',
  'chat.startStream': 'tier2',
  'chat.stopStream': 'tier2',
  'chat.update': 'tier3',
  'conversations.history': 'tier3',
  'conversations.info': 'tier3',
  'conversations.list': 'tier2',
  'conversations.members': 'tier4',
  'conversations.open': 'tier3',
  'conversations.replies': 'tier3',
  'files.completeUploadExternal': 'tier4',
  'files.getUploadURLExternal': 'tier4',
  'files.info': 'tier4',
  'reactions.add': 'tier3',
  'reactions.remove': 'tier2',
  'team.info': 'tier3',
  'usergroups.list': 'tier2',
  'usergroups.users.list': 'tier2',
  'users.conversations': 'tier2',
  'users.info': 'tier4',
  'users.list': 'tier2',
  'users.lookupByEmail': 'tier3',
  'views.open': 'tier4',
  'views.publish': 'tier4',
  'views.push': 'tier4',
  'views.update': 'tier4',
};

/** The limit of a method; Tier 3 when Slack's documentation names none. */
export function rateLimitOf(method: string): RateLimit {
  return tiers[tierOfMethod[method] ?? 'tier3'];
}
