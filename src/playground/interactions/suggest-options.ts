import { z } from 'zod';
import { limitedList, menuOption, optionGroup } from '../blocks/composition-schemas.ts';
import { PlaygroundError } from '../playground-error.ts';
import type { Person } from '../state/people.ts';
import type { View } from '../state/views.ts';
import { presentView } from '../wire/present-view.ts';
import { findElement } from './act-on-element.ts';
import type { InteractionDesk } from './interaction-desk.ts';
import { commonFields } from './interaction-payloads.ts';
import { rememberOptions, type SuggestedOption } from './suggested-options.ts';

const answerSchema = z.union([
  z.strictObject({ options: limitedList(menuOption, 100, 0) }),
  z.strictObject({ option_groups: limitedList(optionGroup, 100, 0) }),
]);

/** "Defaults to 3" characters before the app is asked. */
const defaultQueryLength = 3;

/**
 * Asks the app for the options of an external menu.
 *
 * @returns none when the app did not answer in time, or too little was typed to ask it.
 * @throws {PlaygroundError} `playground-options-invalid` when Slack would not show them.
 */
export async function suggestOptions(
  desk: InteractionDesk,
  person: Person,
  view: View,
  actionId: string,
  typed: string,
): Promise<SuggestedOption[]> {
  const { blockId, element } = findElement(view.blocks, actionId);
  if (typed.length < Number(element.min_query_length ?? defaultQueryLength)) return [];
  const payload = {
    type: 'block_suggestion',
    ...commonFields(desk.workspace, person),
    container: { type: 'view', view_id: view.id },
    action_id: actionId,
    block_id: blockId,
    value: typed,
    view: presentView(desk.workspace, view),
  };
  const { acknowledged, response } = await desk.send('interactive', payload, true);
  if (!acknowledged) {
    const { name } = desk.workspace.state.app;
    throw new PlaygroundError('playground-options-unanswered', `no options for ${actionId}`, {
      forPeople: `${name} did not answer in time. Type again to retry.`,
    });
  }
  const parsed = answerSchema.safeParse(response);
  if (!parsed.success) {
    const problems = z.prettifyError(parsed.error);
    throw new PlaygroundError('playground-options-invalid', problems, {
      forPeople: `The app answered with options that Slack would not show:\n${problems}`,
    });
  }
  const answer = parsed.data;
  const options =
    'options' in answer ? answer.options : answer.option_groups.flatMap((group) => group.options);
  rememberOptions(view, actionId, options);
  return options;
}
