import { useState } from 'react';
import { useAct } from '../client/use-act.ts';
import { ConfirmDialog } from '../shell/confirm-dialog.tsx';

/** Takes the workspace back to how it began. */
export function ResetTools({ onReset }: { onReset(): void }) {
  const act = useAct();
  const [isAsking, setAsking] = useState(false);
  const reset = async (): Promise<void> => {
    const result = await act({ type: 'reset' });
    if (result.ok) onReset();
  };
  return (
    <section className="tools-section" aria-labelledby="tools-reset">
      <h3 id="tools-reset">Start afresh</h3>
      <p className="tools-small">
        Deletes all messages, files and reactions, ends all faults, and sets the clock to real time.
        The library stays as it is.
      </p>
      <button type="button" className="button button-danger" onClick={() => setAsking(true)}>
        Reset the workspace…
      </button>
      {isAsking && (
        <ConfirmDialog
          title="Reset the workspace?"
          confirm="Reset"
          onConfirm={() => void reset()}
          onClose={() => setAsking(false)}
        >
          Everything that was said here is deleted, for everybody. It cannot be undone.
        </ConfirmDialog>
      )}
    </section>
  );
}
