import type { Actor } from '../driver/actor.ts';
import type { InteractionResult } from '../interactions/interaction-desk.ts';
import { PlaygroundError } from '../playground-error.ts';
import type { PageAction, PageActResult } from './page-protocol.ts';

type Act = Extract<PageAction, { type: 'act' }>;
type Suggest = Extract<PageAction, { type: 'suggest' }>;
type Options = NonNullable<Extract<PageActResult, { ok: true }>['options']>;

/** Presses or changes an element of a message, of the open modal or of the App Home. */
export function actInPlace(
  actor: Actor,
  { where, actionId, blockId, entry }: Act,
): Promise<InteractionResult> {
  if (where.kind === 'message') {
    return actor.choose(where.channel, where.ts, actionId, entry, blockId);
  }
  if (where.viewId === actor.home?.id) return actor.actOnHome(actionId, entry, blockId);
  requireTop(actor, where.viewId);
  return actor.actInModal(actionId, entry, blockId);
}

/** The app's options for what was typed into a type-ahead menu of the open modal. */
export async function suggestInPlace(
  actor: Actor,
  { where, actionId, typed }: Suggest,
): Promise<Options> {
  if (where.kind === 'message') {
    throw new PlaygroundError('playground-suggest-in-message', `${actionId} in a message`, {
      forPeople: 'The local Slack has type-ahead menus in modals only.',
    });
  }
  requireTop(actor, where.viewId);
  const options = await actor.suggest(actionId, typed);
  return options.map(({ value, text, description }) => ({
    value: value ?? '',
    text: text.text,
    description: description?.text ?? '',
  }));
}

/** @throws {PlaygroundError} when a modal is not, or no longer, the one on top. */
export function requireTop(actor: Actor, viewId: string): void {
  if (actor.modal?.id === viewId) return;
  throw new PlaygroundError('playground-no-modal', `${viewId} is not on top`, {
    forPeople: 'This dialogue is no longer open.',
  });
}
