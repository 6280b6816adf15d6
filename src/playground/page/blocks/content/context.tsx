import { type Fields, listOf } from '../read-block.ts';
import { TextObject } from '../text/text-object.tsx';
import { Picture } from './picture.tsx';

/** A `context` block: small print, words and little pictures in a row. */
export function Context({ block }: { block: Fields }) {
  return (
    <div className="context">
      {listOf(block.elements).map((element, index) =>
        element.type === 'image' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: elements may repeat
          <Picture key={index} image={element} small />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: elements may repeat
          <div key={index} className="block-text">
            <TextObject text={element} />
          </div>
        ),
      )}
    </div>
  );
}
