import { useId } from 'react';
import { type Placed, useForm } from '../form.ts';
import { type Fields, listOf, stringOf } from '../read-block.ts';
import { TextObject } from '../text/text-object.tsx';
import { ariaOf, type ElementNames } from './element-names.ts';

/** `radio_buttons` and `checkboxes`. */
export function Choices({ placed, names }: { placed: Placed; names: ElementNames }) {
  const form = useForm();
  const group = useId();
  const { element } = placed;
  const isSeveral = element.type === 'checkboxes';
  const entry = form.entryOf(placed);
  const chosen = Array.isArray(entry) ? entry : entry === null ? [] : [String(entry)];
  const choose = (value: string): void => {
    if (form.isSending(placed)) return;
    const others = chosen.filter((other) => other !== value);
    const several = others.length < chosen.length ? others : [...chosen, value];
    void form.change(placed, isSeveral ? several : value);
  };
  const { 'aria-required': isRequired, 'aria-invalid': _, ...aria } = ariaOf(names);
  return (
    <div
      {...aria}
      // Only a radio group may be required as a whole.
      {...(!isSeveral && { 'aria-required': isRequired })}
      role={isSeveral ? 'group' : 'radiogroup'}
      className="choices"
      data-action-id={placed.actionId}
    >
      {listOf(element.options).map((option, index) => (
        <Choice
          key={stringOf(option.value)}
          option={option}
          type={isSeveral ? 'checkbox' : 'radio'}
          name={group}
          id={index === 0 ? names.id : `${names.id}-${index}`}
          isChosen={chosen.includes(stringOf(option.value))}
          onChoose={choose}
        />
      ))}
    </div>
  );
}

function Choice(props: {
  option: Fields;
  type: 'checkbox' | 'radio';
  name: string;
  id: string;
  isChosen: boolean;
  onChoose: (value: string) => void;
}) {
  const { option, type, name, id, isChosen, onChoose } = props;
  const hasDescription = option.description !== undefined;
  return (
    <div className="choice">
      <input
        type={type}
        id={id}
        name={name}
        checked={isChosen}
        aria-describedby={hasDescription ? `${id}-description` : undefined}
        onChange={() => onChoose(stringOf(option.value))}
      />
      <div>
        <label htmlFor={id}>
          <TextObject text={option.text} />
        </label>
        {hasDescription && (
          <div className="option-description" id={`${id}-description`}>
            <TextObject text={option.description} />
          </div>
        )}
      </div>
    </div>
  );
}
