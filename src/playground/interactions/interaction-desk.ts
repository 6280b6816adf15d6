import type { AppTransport, EnvelopeType, SendResult } from '../delivery/app-transport.ts';
import { requireInteractivity } from '../manifest/require-feature.ts';
import type { ResponseAddress } from '../state/local-slack-state.ts';
import type { Workspace } from '../state/workspace.ts';
import type { WireObject } from '../wire/wire-object.ts';
import { MessageEntries } from './message-entries.ts';
import { issueResponseAddress } from './response-addresses.ts';

/** What came of an interaction. Interactions are not retried: people see that it failed. */
export interface InteractionResult {
  /** The app acknowledged within three seconds. */
  acknowledged: boolean;
  /** What the acknowledgement carried. */
  response: WireObject | undefined;
}

const isRecord = (value: unknown): value is WireObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Sends what people do with buttons, menus, modals and commands to the app. */
export class InteractionDesk {
  readonly workspace: Workspace;
  readonly entries = new MessageEntries();
  readonly #transport: AppTransport;

  constructor(workspace: Workspace, transport: AppTransport) {
    this.workspace = workspace;
    this.#transport = transport;
  }

  /** A whole `response_url`. */
  responseUrl(
    place: Pick<ResponseAddress, 'channel' | 'userId' | 'threadTs' | 'messageTs'>,
  ): string {
    return `${this.workspace.origin}${issueResponseAddress(this.workspace, place)}`;
  }

  async send(
    type: Exclude<EnvelopeType, 'events_api'>,
    payload: WireObject,
    acceptsResponsePayload: boolean,
  ): Promise<InteractionResult> {
    if (type === 'interactive') requireInteractivity(this.workspace);
    const result: SendResult = await this.#transport.send({
      type,
      payload: structuredClone(payload),
      acceptsResponsePayload,
      retryAttempt: 0,
      retryReason: '',
    });
    return {
      acknowledged: result.outcome === 'acknowledged',
      response: isRecord(result.response) ? result.response : undefined,
    };
  }
}
