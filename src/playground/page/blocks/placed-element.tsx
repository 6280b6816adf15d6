import { useId } from 'react';
import { ElementView } from './elements/element-view.tsx';
import { type Fields, stringOf, textOf } from './read-block.ts';

const words = (type: string): string => type.replaceAll('_', ' ');

/** An element outside of an input block: what is done with it is sent at once. */
export function PlacedElement(props: {
  element: Fields;
  blockId: string;
  /** What stands beside it, to name it where it has no words of its own. */
  beside?: string;
}) {
  const { element, blockId, beside = '' } = props;
  const id = useId();
  const label =
    stringOf(element.accessibility_label) ||
    textOf(element.placeholder) ||
    beside ||
    words(stringOf(element.type));
  return (
    <ElementView
      placed={{ element, blockId, actionId: stringOf(element.action_id), sends: true }}
      names={{ id, labelledBy: '', label, describedBy: '', isRequired: false, isInvalid: false }}
    />
  );
}
