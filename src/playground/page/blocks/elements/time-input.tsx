import { useEffect, useRef, useState } from 'react';
import type { Entry } from '../../../interactions/element-values.ts';
import { useTimeZone } from '../../client/use-time-zone.ts';
import { type Placed, useForm } from '../form.ts';
import { numberOf, stringOf } from '../read-block.ts';
import { ariaOf, type ElementNames } from './element-names.ts';
import { localTimeOf, secondsOf } from './local-time.ts';

const types: Readonly<Record<string, string>> = {
  datepicker: 'date',
  timepicker: 'time',
  datetimepicker: 'datetime-local',
};
/** A date is entered part by part; the app is told when the parts have settled. */
const pauseMs = 700;

/** `datepicker`, `timepicker` and `datetimepicker`, the last in the person's zone. */
export function TimeInput({ placed, names }: { placed: Placed; names: ElementNames }) {
  const form = useForm();
  const { element } = placed;
  const zone = useTimeZone();
  const isMoment = element.type === 'datetimepicker';
  const entry = form.entryOf(placed);
  const shown = isMoment ? localTimeOf(numberOf(entry), zone) : String(entry ?? '');
  const [typed, setTyped] = useState<string | null>(null);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);
  const change = (value: string): void => {
    const next: Entry = isMoment ? secondsOf(value, zone) : value === '' ? null : value;
    clearTimeout(pause.current);
    if (!placed.sends) {
      form.keep(placed, next);
      return;
    }
    setTyped(value);
    pause.current = setTimeout(() => {
      setTyped(null);
      void form.change(placed, next);
    }, pauseMs);
  };
  const ofElement = stringOf(element.timezone);
  const named = isMoment ? zone : ofElement;
  return (
    <span className="time-field">
      <input
        {...ariaOf(names)}
        id={names.id}
        className="block-field"
        type={types[stringOf(element.type)]}
        value={typed ?? shown}
        data-action-id={placed.actionId}
        onChange={({ target }) => change(target.value)}
      />
      {named !== '' && <span className="zone">{named.replaceAll('_', ' ')}</span>}
    </span>
  );
}
