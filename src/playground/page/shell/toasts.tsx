import { useEffect } from 'react';
import { useClient } from '../client/client-context.ts';
import type { Notice } from '../client/page-snapshot.ts';
import { IconButton } from './icon-button.tsx';

const shownMs = 8_000;

/** What went wrong, or was done, for a while; screen readers hear it at once. */
export function Toasts() {
  const { snapshot } = useClient();
  return (
    // The attribute keeps them readable, and open modals open, while a modal hides the rest.
    <div role="alert" className="toasts" data-react-aria-top-layer="true">
      {snapshot.notices.map((notice) => (
        <Toast key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function Toast({ notice }: { notice: Notice }) {
  const { client } = useClient();
  useEffect(() => {
    const timer = setTimeout(() => client.dismissNotice(notice.id), shownMs);
    return () => clearTimeout(timer);
  }, [client, notice.id]);
  return (
    <div className="toast">
      <span className="toast-text">{notice.text}</span>
      <IconButton
        icon="close"
        size={18}
        label="Dismiss"
        onClick={() => client.dismissNotice(notice.id)}
      />
    </div>
  );
}
