import { z } from 'zod';
import { idFrom } from './asked-command.ts';

const body = z.object({
  type: z.literal('view_submission'),
  user: z.object({ id: z.string().min(1) }),
  view: z.object({
    id: z.string().min(1),
    callback_id: z.string(),
    private_metadata: z.string().max(20_000).default(''),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), z.unknown())) }),
  }),
});

/** A form as it was handed in. */
export interface SubmittedForm {
  /** Its own; the same for the same form. */
  eventId: string;
  user: string;
  /** What Concord wrote into the form when it was made. */
  metadata: string;
  /** Block id → action id → value as Slack sends it. */
  values: Record<string, Record<string, unknown>>;
}

/** Null for anything but a submission of that form. */
export function readSubmittedForm(given: unknown, callbackId: string): SubmittedForm | null {
  const parsed = body.safeParse(given);
  if (!parsed.success || parsed.data.view.callback_id !== callbackId) return null;
  const { user, view } = parsed.data;
  return {
    eventId: idFrom(callbackId, view.id),
    user: user.id,
    metadata: view.private_metadata,
    values: view.state.values,
  };
}

/** What a form keeps in mind as JSON; null for anything else. */
export function parseMetadata({ metadata }: SubmittedForm): unknown {
  try {
    return JSON.parse(metadata);
  } catch {
    return null;
  }
}

/**
 * What is owed from now on, as it is put into the inbox: in the name of a form that nobody sees.
 *
 * @param eventId of the event by which it was asked for.
 */
export function bodyOfUnseenForm(
  eventId: string,
  { callbackId, user, metadata }: { callbackId: string; user: string; metadata: object },
): object {
  return {
    type: 'view_submission',
    user: { id: user },
    view: {
      id: eventId,
      callback_id: callbackId,
      private_metadata: JSON.stringify(metadata),
      state: { values: {} },
    },
  };
}
