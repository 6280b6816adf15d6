import { useState } from 'react';
import {
  type PageFault,
  type PageFaultKind,
  pageFaultKinds,
} from '../../page-api/page-protocol.ts';
import { useAct } from '../client/use-act.ts';
import { usePage } from '../client/use-page.ts';
import { faultDescriptions } from './fault-descriptions.ts';

const mostTimes = 1000;

/** What can be made to go wrong, and what is going wrong now. */
export function FaultTools() {
  const { page } = usePage();
  const act = useAct();
  const { faults } = page;
  return (
    <section className="tools-section" aria-labelledby="tools-faults">
      <h3 id="tools-faults">Faults</h3>
      <p className="tools-small">Make something go wrong, and see what people would see.</p>
      <p className="tools-active" role="status">
        {faults.length === 0
          ? 'Everything works.'
          : `Going wrong: ${faults.map(({ kind }) => faultDescriptions[kind].name).join(', ')}.`}
      </p>
      {faults.length > 0 && (
        <button type="button" className="button" onClick={() => void act({ type: 'end-faults' })}>
          End all faults
        </button>
      )}
      <ul className="faults">
        {pageFaultKinds.map((kind) => (
          <Fault key={kind} kind={kind} active={faults.find((fault) => fault.kind === kind)} />
        ))}
      </ul>
    </section>
  );
}

function Fault({ kind, active }: { kind: PageFaultKind; active: PageFault | undefined }) {
  const act = useAct();
  const [times, setTimes] = useState('1');
  const { name, explanation, counted } = faultDescriptions[kind];
  const count = Number(times);
  const isValid = times === '' || (Number.isInteger(count) && count >= 1 && count <= mostTimes);
  const left = counted === null || times === '' ? null : count;
  return (
    <li className="fault" data-active={active !== undefined || undefined}>
      <div>
        <h4>
          {name}
          {active !== undefined && <span className="badge">{stateOf(active)}</span>}
        </h4>
        <p className="tools-small">{explanation}</p>
      </div>
      <div className="tools-row">
        {counted !== null && (
          <label className="fault-times">
            <input
              className="block-field"
              inputMode="numeric"
              value={times}
              placeholder="all"
              aria-label={`${name}: how many ${counted}; empty for all`}
              aria-invalid={!isValid || undefined}
              onChange={({ target }) => setTimes(target.value.trim())}
            />
            <span aria-hidden="true">{counted}</span>
          </label>
        )}
        <button
          type="button"
          className="button"
          aria-label={`${active === undefined ? 'Start' : 'Start again'}: ${name}`}
          disabled={!isValid}
          onClick={() => void act({ type: 'start-fault', kind, left })}
        >
          {active === undefined ? 'Start' : 'Start again'}
        </button>
      </div>
    </li>
  );
}

const stateOf = ({ left }: PageFault): string =>
  left === null ? 'until ended' : `${left} to come`;
