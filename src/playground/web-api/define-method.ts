import type { z } from 'zod';
import type { Workspace } from '../state/workspace.ts';
import { explainedError } from './method-error.ts';

/** What a method may use. */
export interface MethodContext {
  workspace: Workspace;
  /** Gives out the address of a new Socket Mode connection. */
  openConnection: () => string;
}

type Result = Record<string, unknown>;

/** One method of the Web API, ready to be called with what came over the wire. */
export interface Method {
  name: string;
  /** Which kind of token may call it. */
  token: 'bot' | 'app';
  /** @throws {MethodError} with Slack's error code. */
  call(context: MethodContext, rawArguments: Readonly<Record<string, unknown>>): Result;
}

interface MethodDefinition<Schema extends z.ZodType> {
  name: string;
  token?: 'bot' | 'app';
  arguments: Schema;
  run(context: MethodContext, values: z.infer<Schema>): Result;
}

function describe(issue: z.core.$ZodIssue, raw: Readonly<Record<string, unknown>>): string {
  const [field = ''] = issue.path;
  if (issue.path.length === 1 && raw[String(field)] === undefined) {
    return `missing required field: ${String(field)}`;
  }
  return `${issue.message} [json-pointer:/${issue.path.map(String).join('/')}]`;
}

/** Ties a method to the schema of its arguments, which are checked before `run` sees them. */
export function defineMethod<Schema extends z.ZodType>(
  definition: MethodDefinition<Schema>,
): Method {
  return {
    name: definition.name,
    token: definition.token ?? 'bot',
    call(context, rawArguments) {
      const parsed = definition.arguments.safeParse(rawArguments);
      if (parsed.success) return definition.run(context, parsed.data);
      throw explainedError(
        'invalid_arguments',
        parsed.error.issues.map((issue) => describe(issue, rawArguments)),
      );
    },
  };
}
