import { useCallback } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useAct } from '../client/use-act.ts';
import { usePage } from '../client/use-page.ts';
import { ModalView } from './modal-view.tsx';

/** The modals the app has opened. The topmost is seen; those below keep what was filled in. */
export function ModalStack() {
  const { page } = usePage();
  const act = useAct();
  const { modals } = page;
  const top = modals.at(-1);
  const close = useCallback(
    (all: boolean) => {
      if (top !== undefined) void act({ type: 'close-view', viewId: top.id, all });
    },
    [act, top],
  );
  return (
    <ModalOverlay
      className="modal-scrim"
      isOpen={top !== undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) close(true);
      }}
    >
      <Modal className="modal">
        <Dialog className="modal-dialog">
          {modals.map((view) => (
            <ModalView
              key={view.id}
              view={view}
              isTop={view === top}
              isPushed={view !== modals[0]}
              onClose={close}
            />
          ))}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
