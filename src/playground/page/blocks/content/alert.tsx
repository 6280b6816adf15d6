import { type Fields, stringOf } from '../read-block.ts';
import { TextObject } from '../text/text-object.tsx';
import { BlockIcon, type BlockIconName } from './icons.tsx';

const levels: Readonly<Record<string, { icon: BlockIconName; words: string }>> = {
  default: { icon: 'info', words: 'Note' },
  info: { icon: 'info', words: 'Information' },
  warning: { icon: 'warning', words: 'Warning' },
  error: { icon: 'cross', words: 'Error' },
  success: { icon: 'check', words: 'Success' },
};
const plain = { icon: 'info', words: 'Note' } as const;

/** An `alert` block: a banner of one of five levels. */
export function Alert({ block }: { block: Fields }) {
  const level = stringOf(block.level) || 'default';
  const { icon, words } = levels[level] ?? plain;
  return (
    <div className={`alert alert-${level}`} role="note" aria-label={words}>
      <BlockIcon name={icon} />
      <div className="block-text">
        <TextObject text={block.text} />
      </div>
    </div>
  );
}
