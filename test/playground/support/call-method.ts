import type { LocalSlack } from '../../../src/playground/index.ts';

export interface CallResult {
  status: number;
  retryAfter: string | null;
  body: Record<string, unknown> & { ok: boolean; error?: string };
}

/** Calls a method of the Web API as web-api's client does: a form, nested arguments as JSON. */
export async function callMethod(
  slack: LocalSlack,
  method: string,
  values: Record<string, unknown> = {},
  options: { token?: string | null; json?: boolean } = {},
): Promise<CallResult> {
  const token = options.token === undefined ? slack.botToken : options.token;
  const form = Object.entries(values).map(([key, value]): [string, string] => [
    key,
    typeof value === 'object' ? JSON.stringify(value) : String(value),
  ]);
  const response = await fetch(`${slack.url}${method}`, {
    method: 'POST',
    headers: {
      'Content-Type': options.json
        ? 'application/json; charset=utf-8'
        : 'application/x-www-form-urlencoded',
      ...(token !== null && { Authorization: `Bearer ${token}` }),
    },
    body: options.json ? JSON.stringify(values) : new URLSearchParams(form).toString(),
  });
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    body: (await response.json()) as CallResult['body'],
  };
}
