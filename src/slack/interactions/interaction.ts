import { z } from 'zod';

const timestamp = z.string().regex(/^\d+\.\d+$/);

const interactionBody = z.object({
  user: z.object({ id: z.string().min(1), team_id: z.string().default('') }),
  trigger_id: z.string().min(1),
  channel: z.object({ id: z.string().min(1) }).optional(),
  container: z
    .object({ message_ts: timestamp.optional(), thread_ts: timestamp.optional() })
    .optional(),
  view: z
    .object({
      id: z.string().min(1),
      type: z.enum(['modal', 'home']),
      hash: z.string().optional(),
      private_metadata: z.string().default(''),
      state: z
        .object({ values: z.record(z.string(), z.record(z.string(), z.unknown())) })
        .optional(),
    })
    .optional(),
  actions: z.array(z.object({ action_id: z.string(), value: z.string().optional() })).optional(),
});

/** The view that somebody did something in. */
export interface InteractionView {
  id: string;
  kind: 'modal' | 'home';
  /** Changes with every change of the view. */
  hash: string | null;
  /** What Concord wrote into the view when it was made. */
  metadata: string;
  /** Block id → action id → value as Slack sends it. */
  values: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Somebody pressed a button or submitted a form. */
export interface Interaction {
  /** Slack id. */
  person: string;
  /** The workspace they belong to; empty when Slack does not say. */
  team: string;
  /** Allows one modal to be shown, within three seconds. */
  triggerId: string;
  /** The message's place; null in views. */
  place: { channel: string; thread: string | null } | null;
  view: InteractionView | null;
  /** Of the button; empty when there is none. */
  actionId: string;
  /** Of the button; empty when it has none. */
  value: string;
}

/** Reads an interaction as Slack sends it; null for anything else. */
export function readInteraction(body: unknown): Interaction | null {
  const parsed = interactionBody.safeParse(body);
  if (!parsed.success) return null;
  const { user, trigger_id, channel, container, view, actions } = parsed.data;
  const thread = container?.thread_ts ?? null;
  return {
    person: user.id,
    team: user.team_id,
    triggerId: trigger_id,
    place: channel === undefined ? null : { channel: channel.id, thread },
    view:
      view === undefined
        ? null
        : {
            id: view.id,
            kind: view.type,
            hash: view.hash ?? null,
            metadata: view.private_metadata,
            values: view.state?.values ?? {},
          },
    actionId: actions?.[0]?.action_id ?? '',
    value: actions?.[0]?.value ?? '',
  };
}
