import type { ReactNode } from 'react';
import { hostOf, safeUrl } from './safe-url.ts';

/**
 * A link out of the local Slack, in a new tab. An address that may not be followed is shown as text,
 * so that it can be seen.
 */
export function SafeLink({ address, children }: { address: string; children?: ReactNode }) {
  const url = safeUrl(address);
  if (url === null) {
    return (
      <span className="link-refused">
        {children ?? address}
        {children !== undefined && ` (${address})`}
      </span>
    );
  }
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" title={hostOf(url) || undefined}>
      {children ?? address}
    </a>
  );
}
