import { useCallback, useEffect, useRef, useState } from 'react';
import { usePage } from '../../client/use-page.ts';
import { type Placed, useForm } from '../form.ts';
import { numberOf } from '../read-block.ts';
import type { Option } from './options.ts';

/** How long somebody has to stop typing before the app is asked. */
const pauseMs = 250;
/** Slack's own, where the app does not say. */
const usualLeast = 3;

export interface Suggestions {
  options: Option[];
  /** Why there are no options, or no newer ones; empty when they are what was asked for. */
  note: string;
  isLoading: boolean;
}

const nothing: Suggestions = { options: [], note: '', isLoading: false };

/**
 * The options with which the app answers what is typed into an external menu. An answer that a newer
 * question has overtaken is left aside.
 */
export function useSuggestions(placed: Placed): [Suggestions, (typed: string) => void] {
  const { act, page } = usePage();
  const { place, seen } = useForm();
  const [suggestions, setSuggestions] = useState(nothing);
  const latest = useRef(0);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const least = numberOf(placed.element.min_query_length) ?? usualLeast;
  const { actionId } = placed;
  const appName = page.app.name;

  const fetchOptions = useCallback(
    async (typed: string, number: number): Promise<void> => {
      const result = await act({ type: 'suggest', where: place, actionId, typed });
      if (number !== latest.current) return;
      const options = (result.ok ? (result.options ?? []) : []).map((option) => ({
        ...option,
        group: '',
      }));
      for (const option of options) seen.set(option.value, option);
      const isAnswered = result.ok && result.acknowledged !== false;
      const refused = result.ok ? `${appName} did not answer. Type again to retry.` : result.error;
      const note = isAnswered ? (options.length === 0 ? 'No results' : '') : refused;
      setSuggestions({ options, note, isLoading: false });
    },
    [act, place, actionId, seen, appName],
  );

  const ask = useCallback(
    (typed: string): void => {
      clearTimeout(pause.current);
      latest.current += 1;
      const number = latest.current;
      if (typed.trim().length < least) {
        const note = least === 1 ? 'Type to search' : `Type ${least} characters or more to search`;
        setSuggestions({ ...nothing, note });
        return;
      }
      setSuggestions((before) => ({ ...before, note: 'Searching…', isLoading: true }));
      pause.current = setTimeout(() => void fetchOptions(typed.trim(), number), pauseMs);
    },
    [least, fetchOptions],
  );

  useEffect(() => () => clearTimeout(pause.current), []);
  return [suggestions, ask];
}
