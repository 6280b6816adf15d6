import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { type Fields, textOf } from './read-block.ts';
import { TextObject } from './text/text-object.tsx';

/** A question that has to be answered before the app is told. */
export interface Confirmation {
  confirm: Fields;
  answer(isConfirmed: boolean): void;
}

/** The dialog of a `confirm` object; Escape means no. */
export function ConfirmDialog({ confirmation }: { confirmation: Confirmation | null }) {
  if (confirmation === null) return null;
  const { confirm, answer } = confirmation;
  const style = confirm.style === 'danger' ? 'button-danger' : 'button-primary';
  return (
    <ModalOverlay
      className="confirm-scrim"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) answer(false);
      }}
    >
      <Modal className="confirm-modal">
        <Dialog role="alertdialog" className="confirm-dialog">
          <Heading slot="title" level={2}>
            {textOf(confirm.title) || 'Are you sure?'}
          </Heading>
          <div className="block-text">
            <TextObject text={confirm.text} />
          </div>
          <div className="confirm-buttons">
            <button type="button" className="button" onClick={() => answer(false)}>
              {textOf(confirm.deny) || 'Cancel'}
            </button>
            <button type="button" className={`button ${style}`} onClick={() => answer(true)}>
              {textOf(confirm.confirm) || 'Yes'}
            </button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
