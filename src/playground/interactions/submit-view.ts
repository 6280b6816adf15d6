import { z } from 'zod';
import { PlaygroundError } from '../playground-error.ts';
import { closeAllModals, closeModal, openModal, updateView } from '../state/change-views.ts';
import type { Person } from '../state/people.ts';
import type { View } from '../state/views.ts';
import { inputElements, readView } from '../web-api/read-view.ts';
import { inputProblems } from './check-inputs.ts';
import { type Entry, elementValue, initialEntry } from './element-values.ts';
import { fillInFiles } from './fill-in-files.ts';
import type { InteractionDesk } from './interaction-desk.ts';
import { viewClosed, viewSubmission } from './interaction-payloads.ts';
import { withSuggestedOptions } from './suggested-options.ts';
import { issueTrigger } from './triggers.ts';

export interface SubmissionResult {
  acknowledged: boolean;
  /** Block id → what is wrong, as the app says; the modal stays open. */
  errors: Record<string, string>;
  /** The modal that is shown now; null when all are closed. */
  view: View | null;
}

const responseSchema = z.discriminatedUnion('response_action', [
  z.looseObject({
    response_action: z.literal('errors'),
    errors: z.record(z.string(), z.string()),
  }),
  z.looseObject({ response_action: z.literal('clear') }),
  z.looseObject({ response_action: z.literal('update'), view: z.unknown() }),
  z.looseObject({ response_action: z.literal('push'), view: z.unknown() }),
]);

/** Fills in a view: action id or block id → entry. The rest keeps what it holds. */
function fillIn(view: View, entries: Readonly<Record<string, Entry>>): void {
  const used = new Set<string>();
  for (const { element, block, blockId, actionId } of inputElements(view)) {
    if (block.type !== 'input' || actionId === '') continue;
    const key = [actionId, blockId].find((candidate) => Object.hasOwn(entries, candidate));
    if (key !== undefined) used.add(key);
    const present = view.values[blockId]?.[actionId];
    if (key === undefined && present !== undefined) continue;
    const entry = key === undefined ? initialEntry(element) : (entries[key] ?? null);
    const known = withSuggestedOptions(view, actionId, element);
    view.values[blockId] = { [actionId]: elementValue(known, entry) };
  }
  const unknown = Object.keys(entries).filter((key) => !used.has(key));
  if (unknown.length > 0) {
    throw new PlaygroundError('playground-element-unknown', `no input ${unknown.join(', ')}`, {
      forPeople: `This form has no field ${unknown.join(', ')}. Close it and open it again.`,
    });
  }
}

/**
 * Submits the modal that a person has open, and does what the app answers.
 *
 * @throws {MethodError} when the app answers with a view that Slack would refuse.
 */
export async function submitView(
  desk: InteractionDesk,
  person: Person,
  view: View,
  entries: Readonly<Record<string, Entry>>,
): Promise<SubmissionResult> {
  const { workspace } = desk;
  fillIn(view, entries);
  fillInFiles(workspace, person, view);
  const errors = inputProblems(view);
  if (Object.keys(errors).length > 0) return { acknowledged: false, errors, view };
  const trigger = issueTrigger(workspace, person.id);
  const payload = viewSubmission(workspace, person, view, trigger);
  const { acknowledged, response } = await desk.send('interactive', payload, true);
  if (!acknowledged) return { acknowledged, errors: {}, view };
  const parsed = responseSchema.safeParse(response);
  if (!parsed.success) {
    closeModal(workspace, view);
    return { acknowledged, errors: {}, view: topModal(desk, person) };
  }
  const answer = parsed.data;
  if (answer.response_action === 'errors') {
    return { acknowledged, errors: answer.errors, view };
  }
  if (answer.response_action === 'clear') {
    closeAllModals(workspace, person.id);
    return { acknowledged, errors: {}, view: null };
  }
  if (answer.response_action === 'update') {
    updateView(workspace, view, readView(workspace, answer.view, 'modal', view.id));
  } else {
    openModal(workspace, person.id, readView(workspace, answer.view, 'modal'), true);
  }
  return { acknowledged, errors: {}, view: topModal(desk, person) };
}

/** The modal that a person sees; null when none is open. */
export function topModal({ workspace }: InteractionDesk, person: Person): View | null {
  const id = workspace.state.modals[person.id]?.at(-1);
  return workspace.state.views[id ?? ''] ?? null;
}

/** Closes the topmost modal (or all of them) and tells the app when it asked to be told. */
export async function dismissView(
  desk: InteractionDesk,
  person: Person,
  view: View,
  all: boolean,
): Promise<void> {
  const { workspace } = desk;
  const clears = all || view.clearOnClose;
  const payload = viewClosed(workspace, person, view, clears);
  if (clears) closeAllModals(workspace, person.id);
  else closeModal(workspace, view);
  if (view.notifyOnClose) await desk.send('interactive', payload, false);
}
