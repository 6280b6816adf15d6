import { PlacedElement } from '../placed-element.tsx';
import { type Fields, fieldsOf, listOf, stringOf, textOf } from '../read-block.ts';
import { TextObject } from '../text/text-object.tsx';

/** A `section`: text, fields in two columns, and an element beside them. */
export function Section({ block }: { block: Fields }) {
  const fields = listOf(block.fields);
  const accessory = fieldsOf(block.accessory);
  return (
    <div className="section">
      <div className="section-words">
        {block.text !== undefined && (
          <div className="block-text">
            <TextObject text={block.text} />
          </div>
        )}
        {fields.length > 0 && (
          <div className="section-fields">
            {fields.map((field, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: fields may repeat
              <div key={index} className="block-text">
                <TextObject text={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {block.accessory !== undefined && (
        <div className="section-accessory">
          <PlacedElement
            element={accessory}
            blockId={stringOf(block.block_id)}
            beside={textOf(block.text)}
          />
        </div>
      )}
    </div>
  );
}
