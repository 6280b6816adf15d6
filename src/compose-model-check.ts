import type { ChatConfig } from './config-chat.ts';
import type { ChatOutput } from './models/chat-dialect.ts';
import { listModels } from './models/list-models.ts';
import { OpenAiChatModel } from './models/openai-chat-model.ts';
import type { HealthCheck, HealthFinding } from './observability/health-check.ts';
import { type ChatModelCheck, ChatModelError, checkChatModel } from './prompting/index.ts';

type Finding = Omit<HealthFinding, 'name'>;

/** Less than a check may take, so that it can still say what the matter was. */
const longestCheckMs = 25_000;
/** People see nothing until then. */
const slowMs = 10_000;
const mostNames = 8;

/** Asks the configured model, and says what is the matter with it and what to set. */
export function checkModel(chat: ChatConfig | null): HealthCheck {
  return {
    name: 'model',
    fixWhenThrown: 'Check CHAT_MODEL, CHAT_BASE_URL and CHAT_API_KEY, or unset CHAT_MODEL.',
    run: async () => {
      if (chat === null) {
        const found = 'CHAT_MODEL is not set: answers are sentences of the library';
        return { state: 'skipped', found, fix: null };
      }
      const limited = {
        ...chat,
        timeoutMs: Math.min(chat.timeoutMs, longestCheckMs),
        totalTimeoutMs: Math.min(chat.totalTimeoutMs, longestCheckMs),
      };
      const signal = AbortSignal.timeout(longestCheckMs + 1_000);
      const model = new OpenAiChatModel(limited);
      try {
        const checked = await checkChatModel(model, signal);
        if (!checked.isJson) return await findOutput(limited, checked, model.output, signal);
        return describe(chat, checked, model.output);
      } catch (error) {
        if (error instanceof ChatModelError) return await describeFailure(chat, error, signal);
        throw error;
      }
    },
  };
}

function describe(
  { model, output }: ChatConfig,
  { firstMs, tookMs, isStreamed, hasUsage }: ChatModelCheck,
  understood: ChatOutput,
): Finding {
  const found = [
    `${model} answered in ${seconds(tookMs)}, its first words after ${seconds(firstMs ?? tookMs)}`,
    ...(hasUsage ? [] : ['the service counts no tokens, so they are estimated']),
  ];
  const warning = (what: string, fix: string): Finding => ({
    state: 'warning',
    found: [...found, what].join('; '),
    fix,
  });
  if (isStreamed === false) {
    return warning(
      'the whole answer came at once',
      'Let whatever stands between Concord and the service (a proxy, a gateway) pass on streams as they come; people wait for whole answers until then.',
    );
  }
  if (output === 'auto' && understood !== 'schema') {
    return warning(
      'the service takes no JSON schema',
      `Set CHAT_OUTPUT=${understood}, which works, so that it is not asked in vain first.`,
    );
  }
  if ((firstMs ?? tookMs) > slowMs) {
    return warning(
      'people wait long for it',
      'Set CHAT_MODEL to a faster one, or CHAT_REASONING_EFFORT=low if it thinks before it answers.',
    );
  }
  return { state: 'ok', found: found.join('; '), fix: null };
}

/** Looks for a way to ask that the model answers in JSON. */
async function findOutput(
  chat: ChatConfig,
  { tookMs, end }: ChatModelCheck,
  understood: ChatOutput,
  signal: AbortSignal,
): Promise<Finding> {
  const found = `${chat.model} answered in ${seconds(tookMs)}, not in the JSON that it was asked for`;
  if (end === 'length') {
    return {
      state: 'failed',
      found: `${found}: it was cut off, as models are that think before they answer`,
      fix: 'Set CHAT_REASONING_EFFORT=low, or CHAT_THINKING_TOKENS to what it needs (4000 to begin with).',
    };
  }
  if (end === 'filtered') {
    const fix = 'Look at the content filter of the service, which withholds what is harmless.';
    return { state: 'failed', found: `${found}: its filter withheld the answer`, fix };
  }
  for (const output of ['schema', 'object', 'text'] as const) {
    if (output === understood || !(await works({ ...chat, output }, signal))) continue;
    const fix = `Set CHAT_OUTPUT=${output}, with which it did.`;
    return { state: 'warning', found, fix };
  }
  return {
    state: 'failed',
    found: `${found}, however it was asked`,
    fix: 'Set CHAT_MODEL to a model that can answer in JSON.',
  };
}

async function works(chat: ChatConfig, signal: AbortSignal): Promise<boolean> {
  const checked = await checkChatModel(new OpenAiChatModel(chat), signal).catch(() => null);
  return checked?.isJson === true;
}

async function describeFailure(
  chat: ChatConfig,
  { failure, reason, forPeople }: ChatModelError,
  signal: AbortSignal,
): Promise<Finding> {
  const found = `${chat.model} gave no answer: ${failure} (${reason})`;
  if (failure !== 'misconfigured' || !reason.startsWith('404')) {
    return { state: 'failed', found, fix: forPeople };
  }
  if (reason.includes('DeploymentNotFound')) {
    const fix =
      'Azure has no deployment of that name at that address. Set CHAT_MODEL to the name of the deployment, and check CHAT_BASE_URL.';
    return { state: 'failed', found, fix };
  }
  const models = await listModels(chat, signal);
  if (models === null) {
    const fix =
      'No models are served at that address. Check CHAT_BASE_URL (OPENAI_BASE_URL when that is empty), which mostly ends with /v1.';
    return { state: 'failed', found, fix };
  }
  const names = models.slice(0, mostNames).join(', ');
  const more = models.length > mostNames ? ' and more' : '';
  const fix =
    models.length === 0
      ? 'The service has no model. Load one, and set CHAT_MODEL to its name.'
      : `The service does not know that model. Set CHAT_MODEL to one of: ${names}${more}.`;
  return { state: 'failed', found, fix };
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
