import { type FormEvent, useState } from 'react';
import { localTimeOf, secondsOf } from '../blocks/elements/local-time.ts';
import { exactTime, span } from '../client/time.ts';
import { useAct } from '../client/use-act.ts';
import { usePage } from '../client/use-page.ts';
import { useTimeZone } from '../client/use-time-zone.ts';
import { useWorkspaceTime } from '../client/use-workspace-time.ts';

const tooEarly = 'Choose a time that is still to come.';
const minuteMs = 60_000;
const steps = [
  ['1 minute', minuteMs],
  ['10 minutes', 10 * minuteMs],
  ['1 hour', 60 * minuteMs],
  ['1 day', 1440 * minuteMs],
] as const;

/** The workspace's clock, which can be moved ahead. */
export function ClockTools() {
  const { page } = usePage();
  const act = useAct();
  const now = useWorkspaceTime();
  const timeZone = useTimeZone();
  const ahead = span(page.clock.offset);
  const advance = (milliseconds: number): void => {
    void act({ type: 'advance-clock', milliseconds });
  };
  return (
    <section className="tools-section" aria-labelledby="tools-clock">
      <h3 id="tools-clock">Clock</h3>
      <p className="tools-time">
        <time dateTime={new Date(now).toISOString()}>{exactTime(now, timeZone)}</time>
        <span className="tools-small">
          {timeZone.replaceAll('_', ' ')} · {ahead === '' ? 'real time' : `${ahead} ahead`}
        </span>
      </p>
      <p className="tools-small">
        What is scheduled, expires or is tried again comes due as the clock moves.
      </p>
      <fieldset className="tools-steps">
        <legend>Move ahead by</legend>
        {steps.map(([name, milliseconds]) => (
          <button key={name} type="button" className="button" onClick={() => advance(milliseconds)}>
            {name}
          </button>
        ))}
      </fieldset>
      <AdvanceUntil now={now} timeZone={timeZone} onAdvance={advance} />
    </section>
  );
}

function AdvanceUntil(props: {
  now: number;
  timeZone: string;
  onAdvance(milliseconds: number): void;
}) {
  const { now, timeZone, onAdvance } = props;
  const [until, setUntil] = useState('');
  const [problem, setProblem] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const seconds = secondsOf(until, timeZone);
    const isAhead = seconds !== null && seconds * 1000 > now;
    if (isAhead) onAdvance(seconds * 1000 - now);
    const missing = seconds === null ? 'Choose a day and a time.' : tooEarly;
    setProblem(isAhead ? '' : missing);
  };
  return (
    <form className="tools-until" noValidate onSubmit={submit}>
      <label htmlFor="tools-until">Move ahead to</label>
      <div className="tools-row">
        <input
          id="tools-until"
          className="block-field"
          type="datetime-local"
          value={until}
          min={localTimeOf(Math.floor(now / 1000), timeZone)}
          aria-invalid={problem !== '' || undefined}
          aria-describedby={problem === '' ? undefined : 'tools-until-problem'}
          onChange={({ target }) => setUntil(target.value)}
        />
        <button type="submit" className="button">
          Move
        </button>
      </div>
      {problem !== '' && (
        <p className="input-problem" id="tools-until-problem" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
