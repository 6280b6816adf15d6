import type { z } from 'zod';
import type { menuOption } from '../blocks/composition-schemas.ts';
import type { View } from '../state/views.ts';
import type { Element } from './element-values.ts';

export type SuggestedOption = z.infer<typeof menuOption>;

/** By view, then by action id; forgotten with the view. */
const suggested = new WeakMap<View, Map<string, SuggestedOption[]>>();

/** Keeps what the app suggested for a menu, so that what is chosen can be sent as the app called it. */
export function rememberOptions(
  view: View,
  actionId: string,
  options: readonly SuggestedOption[],
): void {
  const menus = suggested.get(view) ?? new Map<string, SuggestedOption[]>();
  const others = (menus.get(actionId) ?? []).filter(
    ({ value }) => !options.some((option) => option.value === value),
  );
  suggested.set(view, menus.set(actionId, [...options, ...others]));
}

/** An element with the options that the app has suggested for it so far. */
export function withSuggestedOptions(view: View, actionId: string, element: Element): Element {
  const options = suggested.get(view)?.get(actionId);
  return options === undefined ? element : { ...element, options };
}
