import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import { type BudgetConfig, budgetFields, readBudget } from './config-budget.ts';
import { type CalendarConfig, calendarFields, readCalendar } from './config-calendar.ts';
import { type ChatConfig, chatFields, readChat } from './config-chat.ts';
import { type EmbedderConfig, embeddingFields, readEmbedder } from './config-embedding.ts';
import { channelId, integer, list, optionalText, url, userGroups } from './config-fields.ts';
import { type NoticesConfig, noticeFields, readNotices } from './config-notices.ts';
import { type RerankConfig, readRerank, rerankFields } from './config-rerank.ts';
import { ConcordError } from './errors.ts';
import { audienceRanks } from './people/index.ts';

/**
 * The environment, variable by variable. Whoever adds one adds it to `.env.example` too (a test
 * compares them).
 */
export const environmentSchema = z.object({
  SLACK_BOT_TOKEN: optionalText.refine(
    (value) => value === undefined || value.startsWith('xoxb-'),
    'expected a bot token, which starts with xoxb-',
  ),
  SLACK_APP_TOKEN: optionalText.refine(
    (value) => value === undefined || value.startsWith('xapp-'),
    'expected an app-level token, which starts with xapp-',
  ),
  SLACK_SIGNING_SECRET: optionalText,
  SLACK_MODE: z.preprocess(
    (value) => value || undefined,
    z.enum(['socket', 'http']).default('socket'),
  ),
  SLACK_HTTP_PORT: integer(3000, 0, 65_535),
  SLACK_API_URL: z.preprocess((value) => value || undefined, url.optional()),
  SLACK_LEAD_USERS: list,
  SLACK_STAFF_USERS: list,
  SLACK_LEAD_GROUPS: userGroups,
  SLACK_STAFF_GROUPS: userGroups,
  SLACK_HELP_CHANNEL: optionalText,
  SLACK_STAFF_CHANNEL: channelId,
  LIBRARY_DIRS: list,
  LIBRARY_DEFAULT_AUDIENCE: z
    .preprocess((value) => value || undefined, z.enum(audienceRanks).optional())
    .transform((value) => value ?? 'members'),
  LIBRARY_CHECK_INTERVAL_MS: integer(2_000, 100, 3_600_000),
  DATA_DIR: optionalText,
  DATABASE_URL: optionalText.refine(
    (value) => value === undefined || /^postgres(ql)?:\/\//.test(value),
    'expected postgres://USER:PASSWORD@HOST:PORT/DATABASE',
  ),
  KEEP_DAYS: integer(365, 1, 3_650),
  ...embeddingFields,
  OPENAI_API_KEY: optionalText,
  OPENAI_BASE_URL: z.preprocess((value) => value || undefined, url.optional()),
  OPENAI_TIMEOUT_MS: integer(60_000, 1_000, 600_000),
  ...chatFields,
  ...budgetFields,
  ...rerankFields,
  ...noticeFields,
  ...calendarFields,
  PLAYGROUND_PORT: integer(3100, 0, 65_535),
  PLAYGROUND_KEEP: z
    .preprocess((value) => value || undefined, z.enum(['true', 'false']).default('false'))
    .transform((value) => value === 'true'),
  LOG_LEVEL: z.preprocess(
    (value) => value || undefined,
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ),
});

type Environment = z.infer<typeof environmentSchema>;

export type SlackConfig =
  | { mode: 'socket'; botToken: string; appToken: string; apiUrl: string | undefined }
  | {
      mode: 'http';
      botToken: string;
      signingSecret: string;
      port: number;
      apiUrl: string | undefined;
    };

export interface Config extends EmbedderConfig {
  /** Null when no Slack token is set: Concord then starts its own local Slack. */
  slack: SlackConfig | null;
  people: {
    leadUserIds: string[];
    staffUserIds: string[];
    /** Handles (without @) or ids of user groups. */
    leadGroups: string[];
    staffGroups: string[];
  };
  /** Where unanswered questions are sent; null when not configured. */
  helpChannel: string | null;
  /** Id of the channel in which staff are told what concerns them; null to tell each alone. */
  staffChannel: string | null;
  library: {
    directories: string[];
    defaultAudience: (typeof audienceRanks)[number];
    checkIntervalMs: number;
  };
  /** Absolute folder for the database file and the index cache. */
  dataDirectory: string;
  /** SQLite file path or `postgres://` address. */
  databaseLocation: string;
  /** Days that questions with their answers and feedback are kept. */
  keepDays: number;
  /** Null when no model is configured: answers are then extracted, not composed. */
  chat: ChatConfig | null;
  /** What the model may cost. */
  budget: BudgetConfig;
  /** Null when passages stay in the order of the search. */
  rerank: RerankConfig | null;
  /** How notices are sent. */
  notices: NoticesConfig;
  /** Null when no calendars are served. */
  calendar: CalendarConfig | null;
  playgroundPort: number;
  /** Whether the local Slack takes up again what was said in it before. */
  playgroundKeep: boolean;
  logLevel: Environment['LOG_LEVEL'];
}

/**
 * Turns environment variables into the configuration.
 *
 * @param environment usually `process.env`, after `.env` was read.
 * @param directory what relative paths are resolved against.
 * @throws {ConcordError} `configuration-invalid`, its message listing every problem with its
 *   variable.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  directory: string,
): Config {
  const parsed = environmentSchema.safeParse(environment);
  const problems: string[] = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  if (!parsed.success) throw configurationError(problems);

  const values = parsed.data;
  const slack = readSlack(values, problems);
  const embedder = readEmbedder(values, problems);
  const chat = readChat(values, problems);
  const budget = readBudget(values, problems);
  const rerank = readRerank(values, problems);
  const calendar = readCalendar(values, problems);
  if (problems.length > 0) throw configurationError(problems);

  const absolute = (path: string): string => (isAbsolute(path) ? path : resolve(directory, path));
  const dataDirectory = absolute(values.DATA_DIR ?? 'data');
  const directories = values.LIBRARY_DIRS.length > 0 ? values.LIBRARY_DIRS : ['corpus'];
  return {
    slack,
    people: {
      leadUserIds: values.SLACK_LEAD_USERS,
      staffUserIds: values.SLACK_STAFF_USERS,
      leadGroups: values.SLACK_LEAD_GROUPS,
      staffGroups: values.SLACK_STAFF_GROUPS,
    },
    helpChannel: values.SLACK_HELP_CHANNEL ?? null,
    staffChannel: values.SLACK_STAFF_CHANNEL ?? null,
    library: {
      directories: directories.map(absolute),
      defaultAudience: values.LIBRARY_DEFAULT_AUDIENCE,
      checkIntervalMs: values.LIBRARY_CHECK_INTERVAL_MS,
    },
    dataDirectory,
    databaseLocation: values.DATABASE_URL ?? resolve(dataDirectory, 'concord.sqlite'),
    keepDays: values.KEEP_DAYS,
    ...embedder,
    chat,
    budget,
    rerank,
    notices: readNotices(values),
    calendar,
    playgroundPort: values.PLAYGROUND_PORT,
    playgroundKeep: values.PLAYGROUND_KEEP,
    logLevel: values.LOG_LEVEL,
  };
}

function readSlack(values: Environment, problems: string[]): SlackConfig | null {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken } = values;
  const { SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: apiUrl } = values;
  if (botToken === undefined && appToken === undefined && signingSecret === undefined) return null;
  const missing = (name: string, why: string): void => {
    problems.push(`${name}: ${why}; set it, or unset all SLACK tokens to use the local Slack`);
  };
  if (botToken === undefined) missing('SLACK_BOT_TOKEN', 'needed to talk to Slack');
  if (values.SLACK_MODE === 'http') {
    if (signingSecret === undefined) {
      missing('SLACK_SIGNING_SECRET', 'needed to check requests when SLACK_MODE is http');
    }
    if (botToken === undefined || signingSecret === undefined) return null;
    return { mode: 'http', botToken, signingSecret, port: values.SLACK_HTTP_PORT, apiUrl };
  }
  if (appToken === undefined) missing('SLACK_APP_TOKEN', 'needed when SLACK_MODE is socket');
  if (botToken === undefined || appToken === undefined) return null;
  return { mode: 'socket', botToken, appToken, apiUrl };
}

function configurationError(problems: readonly string[]): ConcordError {
  const text = problems.map((problem) => `  ${problem}`).join('\n');
  return new ConcordError('configuration-invalid', `invalid configuration:\n${text}`, {
    details: { problems },
    forPeople: `The configuration has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${text}\nSee .env.example for what each variable means.`,
  });
}
