import { useEffect, useRef, useState } from 'react';
import type { PageState } from '../../page-api/page-protocol.ts';
import { announcements } from '../client/announcements.ts';

/**
 * Tells screen readers what others say in the conversation that is open, once it is finished.
 *
 * @param channel id of that conversation; null for none.
 */
export function Announcer({ page, channel }: { page: PageState; channel: string | null }) {
  const before = useRef(page);
  const [words, setWords] = useState('');
  useEffect(() => {
    const said = channel === null ? [] : announcements(before.current, page, channel);
    before.current = page;
    if (said.length > 0) setWords(said.join(' '));
  }, [page, channel]);
  return (
    <div role="log" aria-live="polite" aria-label="New messages" className="visually-hidden">
      <p>{words}</p>
    </div>
  );
}
