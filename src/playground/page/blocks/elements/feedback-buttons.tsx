import { useState } from 'react';
import { BlockIcon } from '../content/icons.tsx';
import { type Placed, useForm } from '../form.ts';
import { fieldsOf, stringOf, textOf } from '../read-block.ts';
import { PlainText } from '../text/plain-text.tsx';

/** `feedback_buttons`: thumbs up and down; what was pressed last stays marked. */
export function FeedbackButtons({ placed }: { placed: Placed }) {
  const form = useForm();
  const [pressed, setPressed] = useState<string | null>(null);
  const isSending = form.isSending(placed);
  return (
    <span className="feedback">
      {(['positive', 'negative'] as const).map((kind) => {
        const button = fieldsOf(placed.element[`${kind}_button`]);
        const value = stringOf(button.value);
        return (
          <button
            key={kind}
            type="button"
            className={`button feedback-button feedback-${kind}`}
            aria-label={stringOf(button.accessibility_label) || undefined}
            aria-pressed={pressed === kind}
            aria-disabled={isSending || undefined}
            data-action-id={placed.actionId}
            onClick={() => {
              if (isSending) return;
              setPressed(kind);
              void form.send(placed, value);
            }}
          >
            <BlockIcon name="thumb" />
            <PlainText text={textOf(button.text)} />
          </button>
        );
      })}
    </span>
  );
}
