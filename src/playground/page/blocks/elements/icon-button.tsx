import { usePage } from '../../client/use-page.ts';
import { BlockIcon, type BlockIconName } from '../content/icons.tsx';
import { type Placed, useForm } from '../form.ts';
import { stringOf, textOf } from '../read-block.ts';
import { PlainText } from '../text/plain-text.tsx';

const icons: Readonly<Record<string, BlockIconName>> = { trash: 'trash' };

/** An `icon_button`; the app may show it to some people only. */
export function IconButton({ placed }: { placed: Placed }) {
  const form = useForm();
  const { page } = usePage();
  const { element } = placed;
  const { visible_to_user_ids: visibleTo } = element;
  if (Array.isArray(visibleTo) && visibleTo.length > 0 && !visibleTo.includes(page.me)) return null;
  const isSending = form.isSending(placed);
  return (
    <button
      type="button"
      className="button feedback-button"
      aria-label={stringOf(element.accessibility_label) || undefined}
      aria-disabled={isSending || undefined}
      aria-busy={isSending || undefined}
      data-action-id={placed.actionId}
      onClick={() => {
        if (!isSending) void form.send(placed, stringOf(element.value) || null, element.confirm);
      }}
    >
      <BlockIcon name={icons[stringOf(element.icon)] ?? 'dot'} />
      <PlainText text={textOf(element.text)} />
    </button>
  );
}
