import OpenAI from 'openai';

export interface OpenAiClientOptions {
  /** Null for a service that needs none. */
  apiKey: string | null;
  /** Address of an OpenAI-compatible service; OpenAI's own when left out. */
  baseUrl?: string | undefined;
}

/** The client insists on a key; services without one overlook it. */
const placeholderKey = 'none';
/** The client's own limit: out of the way of ours, which also covers the body of an answer. */
const clientTimeoutMs = 3_600_000;

const openAiUrl = 'https://api.openai.com/v1';
/** Of Azure OpenAI and Foundry. */
const azureHost = /\.azure\.com$/;

/**
 * The client of the service, for whatever is asked of it. It tries nothing again, logs nothing and
 * takes neither address nor keys nor organisation from the environment: who uses it does the first,
 * and the configuration says the rest. An address may end with a query (`?api-version=…`), which
 * then goes with each request.
 */
export function createOpenAiClient({ apiKey, baseUrl }: OpenAiClientOptions): OpenAI {
  return new OpenAI({
    apiKey: apiKey ?? placeholderKey,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    baseURL: baseUrl ?? openAiUrl,
    defaultHeaders: apiKey !== null && isAzure(baseUrl ?? openAiUrl) ? azureKey(apiKey) : {},
    timeout: clientTimeoutMs,
    // Its own retries overlook a Retry-After of more than a minute and end when a stream begins.
    maxRetries: 0,
    logLevel: 'off',
  });
}

/** Azure by its host or, behind a gateway, by the version that its deployments want. */
function isAzure(baseUrl: string): boolean {
  const { hostname, searchParams } = new URL(baseUrl);
  return azureHost.test(hostname) || searchParams.has('api-version');
}

/**
 * Azure takes keys in a header of their own, and tokens of Entra ID as `Authorization`:
 * https://learn.microsoft.com/azure/foundry/openai/reference
 */
function azureKey(apiKey: string): Record<string, string | null> {
  return { 'api-key': apiKey, Authorization: null };
}
