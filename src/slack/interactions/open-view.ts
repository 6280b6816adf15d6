import type { ModalView } from '@slack/types';
import { WebAPIPlatformError } from '@slack/web-api';
import type { WebClients } from '../web/web-clients.ts';
import type { Interaction } from './interaction.ts';

/** Slack's codes for a trigger that cannot be exchanged for a modal any more. */
const lateCodes = new Set(['expired_trigger_id', 'exchanged_trigger_id', 'trigger_expired']);

/**
 * Shows a modal to the person who acted, on top of the modal they acted in.
 *
 * @returns false when Slack does not allow it any more, because more than three seconds have passed.
 * @throws what Slack's client throws for any other reason.
 */
export async function openView(
  { writing }: WebClients,
  { triggerId, view: from }: Pick<Interaction, 'triggerId' | 'view'>,
  view: object,
): Promise<boolean> {
  // The builders of views make them valid; Slack's types know them as one great union.
  const request = { trigger_id: triggerId, view: view as ModalView };
  try {
    if (from?.kind === 'modal') await writing.views.push(request);
    else await writing.views.open(request);
    return true;
  } catch (error) {
    if (error instanceof WebAPIPlatformError && lateCodes.has(error.data.error)) return false;
    throw error;
  }
}
