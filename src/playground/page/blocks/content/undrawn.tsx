import { allTexts, type Fields } from '../read-block.ts';

/** Stands where something cannot be drawn: says so, and shows the words in it. */
export function Undrawn({ kind, value }: { kind: 'block' | 'element'; value: Fields }) {
  const type = typeof value.type === 'string' ? value.type : 'without a type';
  const texts = allTexts(value);
  return (
    <div className="undrawn" role="note">
      <strong>{`The ${kind} type “${type}” is not drawn here.`}</strong>
      {texts.length > 0 && (
        <ul>
          {texts.map((text, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: texts may repeat
            <li key={index}>{text}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
