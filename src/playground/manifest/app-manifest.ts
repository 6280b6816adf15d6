import { z } from 'zod';
import { PlaygroundError } from '../playground-error.ts';

export interface SlashCommand {
  /** With its slash. */
  command: string;
  description: string;
  usageHint: string;
  /** Names of people and channels arrive as links. */
  shouldEscape: boolean;
}

export interface Shortcut {
  type: 'global' | 'message';
  callbackId: string;
  name: string;
  description: string;
}

/** What a manifest says about what an app may do, and what people may do with it. */
export interface AppManifest {
  name: string;
  /** What the app says of itself to those who open the conversation with it. */
  description: string;
  commands: SlashCommand[];
  shortcuts: Shortcut[];
  /** Scopes of the bot token, those too that are optional. */
  scopes: string[];
  /** Event subscriptions, e.g. `message.im`. */
  events: string[];
  hasHomeTab: boolean;
  /** Whether buttons, modals and shortcuts reach the app. */
  hasInteractivity: boolean;
}

const manifestSchema = z.object({
  display_information: z.object({ name: z.string(), description: z.string().default('') }),
  features: z
    .object({
      app_home: z.object({ home_tab_enabled: z.boolean().default(false) }).prefault({}),
      bot_user: z.object({ display_name: z.string() }).optional(),
      agent_view: z.object({ agent_description: z.string() }).optional(),
      slash_commands: z
        .array(
          z
            .object({
              command: z.string().regex(/^\/[^\s/]+$/),
              description: z.string(),
              usage_hint: z.string().default(''),
              should_escape: z.boolean().default(false),
            })
            .transform(
              ({ command, description, usage_hint, should_escape }): SlashCommand => ({
                command,
                description,
                usageHint: usage_hint,
                shouldEscape: should_escape,
              }),
            ),
        )
        .default([]),
      shortcuts: z
        .array(
          z
            .object({
              type: z.enum(['global', 'message']),
              callback_id: z.string(),
              name: z.string(),
              description: z.string().default(''),
            })
            .transform(
              ({ callback_id, ...shortcut }): Shortcut => ({
                ...shortcut,
                callbackId: callback_id,
              }),
            ),
        )
        .default([]),
    })
    .prefault({}),
  oauth_config: z
    .object({
      scopes: z
        .object({
          bot: z.array(z.string()).default([]),
          bot_optional: z.array(z.string()).default([]),
        })
        .prefault({}),
    })
    .prefault({}),
  settings: z
    .object({
      event_subscriptions: z.object({ bot_events: z.array(z.string()).default([]) }).prefault({}),
      interactivity: z.object({ is_enabled: z.boolean().default(false) }).prefault({}),
    })
    .prefault({}),
});

/**
 * Reads an app's manifest (docs.slack.dev/reference/app-manifest), as far as it matters here.
 *
 * @throws {PlaygroundError} `playground-manifest-invalid`.
 */
export function readManifest(raw: unknown): AppManifest {
  const parsed = manifestSchema.safeParse(raw);
  if (!parsed.success) {
    const problems = z.prettifyError(parsed.error);
    throw new PlaygroundError('playground-manifest-invalid', problems, {
      forPeople: `The app's manifest cannot be used:\n${problems}`,
    });
  }
  const { display_information: about, features, oauth_config, settings } = parsed.data;
  return {
    name: features.bot_user?.display_name ?? about.name,
    description: features.agent_view?.agent_description ?? about.description,
    commands: features.slash_commands,
    shortcuts: features.shortcuts,
    scopes: [...oauth_config.scopes.bot, ...oauth_config.scopes.bot_optional],
    events: settings.event_subscriptions.bot_events,
    hasHomeTab: features.app_home.home_tab_enabled,
    hasInteractivity: settings.interactivity.is_enabled,
  };
}
