import { z } from 'zod';
import type { InteractionView } from '../../interactions/interaction.ts';

/** What Slack sends of an element, whatever its kind. */
const entered = z.looseObject({
  value: z.string().nullish(),
  selected_option: z.looseObject({ value: z.string() }).nullish(),
  selected_options: z.array(z.looseObject({ value: z.string() })).nullish(),
  selected_conversation: z.string().nullish(),
  selected_conversations: z.array(z.string()).nullish(),
  selected_users: z.array(z.string()).nullish(),
});

/** What somebody entered in a form, by block id; nothing where they entered nothing. */
export interface EnteredValues {
  /** Trimmed. */
  text(id: string): string;
  chosen(id: string): string | null;
  /** Id of the channel that was chosen where only one can be. */
  conversation(id: string): string | null;
  /** Of menus and boxes in which several can be chosen; each once. */
  list(id: string): string[];
  /** Each line of a text that says something, trimmed. */
  lines(id: string): string[];
}

/** Reads a form whose blocks and elements share their ids. */
export function readEntered(values: InteractionView['values']): EnteredValues {
  const of = (id: string): z.infer<typeof entered> =>
    entered.safeParse(values[id]?.[id] ?? {}).data ?? {};
  const text = (id: string): string => of(id).value?.trim() ?? '';
  return {
    text,
    chosen: (id) => of(id).selected_option?.value ?? null,
    conversation: (id) => of(id).selected_conversation ?? null,
    list: (id) => {
      const { selected_options: options, selected_conversations, selected_users } = of(id);
      const all =
        options?.map(({ value }) => value) ?? selected_conversations ?? selected_users ?? [];
      return [...new Set(all)];
    },
    lines: (id) =>
      text(id)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
  };
}
