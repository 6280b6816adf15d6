import { useMemo } from 'react';
import type { ElementPlace } from '../../page-api/page-protocol.ts';
import type { Block } from '../../state/messages.ts';
import { BlockView } from './block-view.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { BlockBoundary } from './content/block-boundary.tsx';
import { type Form, formContext } from './form.ts';
import { useFormState } from './use-form-state.ts';

export interface BlocksProps {
  blocks: readonly Block[];
  /** Where they stand, for what is pressed or chosen in them. */
  place: ElementPlace;
  surface: Form['surface'];
}

/** Blocks of Block Kit, drawn in their order; what people do in them is sent to the app. */
export function Blocks({ blocks, place, surface }: BlocksProps) {
  const { form, confirmation } = useFormState(useSamePlace(place), surface);
  return (
    <formContext.Provider value={form}>
      <div className={`blocks blocks-${surface}`}>
        {blocks.map((block, index) => (
          <BlockBoundary key={block.block_id ?? index} block={block}>
            <BlockView block={block} />
          </BlockBoundary>
        ))}
      </div>
      <ConfirmDialog confirmation={confirmation} />
    </formContext.Provider>
  );
}

/** The same object as long as it says the same. */
function useSamePlace(place: ElementPlace): ElementPlace {
  const { kind } = place;
  const channel = place.kind === 'message' ? place.channel : '';
  const id = place.kind === 'message' ? place.ts : place.viewId;
  return useMemo(
    () => (kind === 'message' ? { kind, channel, ts: id } : { kind, viewId: id }),
    [kind, channel, id],
  );
}
