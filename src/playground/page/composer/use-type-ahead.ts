import { type KeyboardEvent, type RefObject, useState } from 'react';
import { usePage } from '../client/use-page.ts';
import { type Suggestion, suggestionsFor } from './suggestions.ts';
import { complete, findTrigger, type Trigger } from './type-ahead.ts';

export interface TypeAhead {
  /** Empty while there is nothing to complete. */
  suggestions: Suggestion[];
  /** Index of the one that Enter takes. */
  active: number;
  /** To be called after the text or the caret has changed. */
  look(): void;
  choose(suggestion: Suggestion): void;
  /** True when the key was meant for the suggestions. */
  onKey(event: KeyboardEvent): boolean;
  close(): void;
}

interface Place {
  trigger: Trigger;
  caret: number;
  active: number;
}

/**
 * Completes names of people, channels and commands while they are typed.
 *
 * @param onComplete takes the completed text, and where the caret belongs.
 */
export function useTypeAhead(
  field: RefObject<HTMLTextAreaElement | null>,
  onComplete: (text: string, caret: number) => void,
): TypeAhead {
  const { page } = usePage();
  const [place, setPlace] = useState<Place | null>(null);
  const suggestions = place === null ? [] : suggestionsFor(page, place.trigger);
  const active = Math.min(place?.active ?? 0, Math.max(suggestions.length - 1, 0));
  const close = (): void => setPlace(null);

  const choose = (suggestion: Suggestion): void => {
    const element = field.current;
    if (element === null || place === null) return;
    const { trigger, caret } = place;
    const done = complete(element.value, caret, trigger, suggestion.insert);
    onComplete(done.text, done.caret);
    close();
  };
  const move = (by: number): void => {
    const count = suggestions.length;
    setPlace(place && { ...place, active: (active + by + count) % count });
  };
  return {
    suggestions,
    active,
    look: () => {
      const element = field.current;
      if (element === null || element.selectionStart !== element.selectionEnd) return close();
      const caret = element.selectionStart;
      const trigger = findTrigger(element.value, caret);
      setPlace(trigger && { trigger, caret, active: 0 });
    },
    choose,
    onKey: (event) => {
      const suggestion = suggestions[active];
      if (suggestion === undefined || event.nativeEvent.isComposing) return false;
      if (event.key === 'ArrowDown') move(1);
      else if (event.key === 'ArrowUp') move(-1);
      else if (event.key === 'Escape') close();
      else if (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey)) {
        choose(suggestion);
      } else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
    close,
  };
}
