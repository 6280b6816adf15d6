import { type KeyboardEvent, useEffect, useRef } from 'react';
import { type Placed, useForm } from '../form.ts';
import { fieldsOf, numberOf, textOf } from '../read-block.ts';
import { ariaOf, type ElementNames } from './element-names.ts';

/** How long somebody has to stop typing before the app is told. */
const pauseMs = 400;
/** From how many characters left on people are told. */
const nearTheEnd = 100;

const types: Readonly<Record<string, { type: string; inputMode?: 'decimal' | 'numeric' }>> = {
  email_text_input: { type: 'email' },
  url_text_input: { type: 'url' },
};

/** Whether each character, or the Enter key, is to be sent. */
function occasions(placed: Placed): { onEnter: boolean; onCharacter: boolean } {
  const given = fieldsOf(placed.element.dispatch_action_config).trigger_actions_on;
  const named = Array.isArray(given) ? given : ['on_enter_pressed'];
  return {
    onEnter: placed.sends && named.includes('on_enter_pressed'),
    onCharacter: placed.sends && named.includes('on_character_entered'),
  };
}

/** Text of one line or several, e-mail and web addresses, numbers, and text meant to be rich. */
export function TextInput({ placed, names }: { placed: Placed; names: ElementNames }) {
  const form = useForm();
  const { element } = placed;
  const { onEnter, onCharacter } = occasions(placed);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);
  const text = String(form.entryOf(placed) ?? '');
  const longest = numberOf(element.max_length);
  const change = (value: string): void => {
    form.keep(placed, value === '' ? null : value);
    if (!onCharacter) return;
    clearTimeout(pause.current);
    pause.current = setTimeout(() => void form.send(placed, value || null), pauseMs);
  };
  const isLong = element.multiline === true || element.type === 'rich_text_input';
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    if (!onEnter || (isLong && event.shiftKey)) return;
    event.preventDefault();
    void form.send(placed, text || null);
  };
  const shared = {
    ...ariaOf(names),
    id: names.id,
    className: 'block-field',
    value: text,
    placeholder: textOf(element.placeholder) || undefined,
    'data-action-id': placed.actionId,
    onKeyDown: press,
  };
  const isNumber = element.type === 'number_input';
  const decimal = element.is_decimal_allowed === true ? 'decimal' : 'numeric';
  return (
    <>
      {isLong ? (
        <textarea {...shared} rows={4} onChange={({ target }) => change(target.value)} />
      ) : (
        <input
          {...shared}
          {...(types[String(element.type)] ?? { type: 'text' })}
          {...(isNumber && { inputMode: decimal })}
          autoComplete="off"
          onChange={({ target }) => change(target.value)}
        />
      )}
      {longest !== null && longest - text.length <= nearTheEnd && (
        <Counter left={longest - text.length} />
      )}
    </>
  );
}

function Counter({ left }: { left: number }) {
  const words = left < 0 ? `${-left} too many` : `${left} left`;
  return (
    <p className={left < 0 ? 'counter counter-over' : 'counter'} aria-live="polite">
      {words}
      <span className="visually-hidden"> characters</span>
    </p>
  );
}
