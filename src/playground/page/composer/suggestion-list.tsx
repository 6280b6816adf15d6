import type { Suggestion } from './suggestions.ts';

export interface SuggestionListProps {
  id: string;
  suggestions: Suggestion[];
  active: number;
  onChoose(suggestion: Suggestion): void;
}

/** Id of the element of one suggestion, for `aria-activedescendant`. */
export const suggestionId = (listId: string, index: number): string => `${listId}-${index}`;

/** What completes what is typed; the focus stays in the text. */
export function SuggestionList({ id, suggestions, active, onChoose }: SuggestionListProps) {
  return (
    <>
      <p role="status" className="visually-hidden">
        {suggestions.length > 0 && `${suggestions.length} suggestions, arrow keys choose`}
      </p>
      {suggestions.length > 0 && (
        <div id={id} role="listbox" aria-label="Suggestions" className="suggestions">
          {suggestions.map((suggestion, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the text keeps the focus.
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled in the text.
            <div
              key={suggestion.id}
              id={suggestionId(id, index)}
              role="option"
              className="suggestion"
              aria-selected={index === active}
              ref={(element) => {
                if (index === active) element?.scrollIntoView({ block: 'nearest' });
              }}
              // Before the text loses the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(suggestion)}
            >
              <span className="suggestion-label">{suggestion.label}</span>
              {suggestion.insert !== suggestion.label && !suggestion.insert.startsWith('/') && (
                <span className="suggestion-insert">{suggestion.insert}</span>
              )}
              <span className="suggestion-detail">{suggestion.detail}</span>
            </div>
          ))}
        </div>
      )}
    </>
  );
}
