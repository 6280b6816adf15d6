import { useId } from 'react';
import { ElementView } from './elements/element-view.tsx';
import { useForm } from './form.ts';
import { type Fields, fieldsOf, stringOf, textOf } from './read-block.ts';
import { PlainText } from './text/plain-text.tsx';

const groups = new Set(['radio_buttons', 'checkboxes']);

/** An `input` block: label, control, hint and what is wrong with it. */
export function InputBlock({ block }: { block: Fields }) {
  const form = useForm();
  const id = useId();
  const element = fieldsOf(block.element);
  const blockId = stringOf(block.block_id);
  const problem = form.problemOf(blockId);
  const isOptional = block.optional === true;
  const label = textOf(block.label);
  const hint = textOf(block.hint);
  const ids = [hint !== '' && `${id}-hint`, problem !== '' && `${id}-problem`];
  const words = (
    <>
      <PlainText text={label} />
      {isOptional && <span className="optional"> (optional)</span>}
    </>
  );
  return (
    <div
      className="input-block"
      data-block-id={blockId}
      data-focus={element.focus_on_load === true || undefined}
      data-invalid={problem !== '' || undefined}
    >
      {groups.has(stringOf(element.type)) ? (
        <span className="input-label" id={`${id}-label`}>
          {words}
        </span>
      ) : (
        <label className="input-label" id={`${id}-label`} htmlFor={`${id}-control`}>
          {words}
        </label>
      )}
      <ElementView
        placed={{
          element,
          blockId,
          actionId: stringOf(element.action_id),
          sends: block.dispatch_action === true,
        }}
        names={{
          id: `${id}-control`,
          labelledBy: `${id}-label`,
          label,
          describedBy: ids.filter((part) => part !== false).join(' '),
          isRequired: !isOptional,
          isInvalid: problem !== '',
        }}
      />
      {problem !== '' && (
        <p className="input-problem" id={`${id}-problem`}>
          <PlainText text={problem} />
        </p>
      )}
      {hint !== '' && (
        <p className="input-hint" id={`${id}-hint`}>
          <PlainText text={hint} />
        </p>
      )}
    </div>
  );
}
