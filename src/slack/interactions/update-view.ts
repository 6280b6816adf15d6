import type { ModalView } from '@slack/types';
import type { WebClients } from '../web/web-clients.ts';

/**
 * Shows something else in a modal that is open.
 *
 * @throws what Slack's client throws, also when it was closed meanwhile.
 */
export async function updateView({ reading }: WebClients, id: string, view: object): Promise<void> {
  // Showing the same twice does no harm, so that it may be repeated. The builders of views make
  // them valid; Slack's types know them as one great union.
  await reading.views.update({ view_id: id, view: view as ModalView });
}
