import { type Placed, useForm } from '../form.ts';
import { stringOf, textOf } from '../read-block.ts';
import { PlainText } from '../text/plain-text.tsx';
import { safeUrl } from '../text/safe-url.ts';

const styles: Readonly<Record<string, string>> = {
  primary: ' button-primary',
  danger: ' button-danger',
};

/** A `button`; one with an address is a link that tells the app as well. */
export function ButtonElement({ placed }: { placed: Placed }) {
  const { element } = placed;
  const form = useForm();
  const isSending = form.isSending(placed);
  const url = safeUrl(stringOf(element.url));
  const shared = {
    className: `button block-button${styles[stringOf(element.style)] ?? ''}`,
    'aria-label': stringOf(element.accessibility_label) || undefined,
    'aria-busy': isSending || undefined,
    'data-action-id': placed.actionId,
  };
  const words = <PlainText text={textOf(element.text)} />;
  if (url !== null) {
    return (
      <a
        {...shared}
        href={url}
        target="_blank"
        rel="noopener noreferrer"
        onClick={() => void form.send(placed, null)}
      >
        {words}
      </a>
    );
  }
  return (
    <button
      {...shared}
      type="button"
      // Not `disabled`, which would lose the keyboard's place.
      aria-disabled={isSending || undefined}
      onClick={() => {
        if (!isSending) void form.send(placed, null, element.confirm);
      }}
    >
      {words}
    </button>
  );
}
