import type { ReactNode } from 'react';
import { formatRoute, type Route } from '../client/route.ts';
import type { Unread } from '../client/unread.ts';

export interface SidebarLinkProps {
  route: Route;
  isCurrent: boolean;
  icon: ReactNode;
  name: string;
  unread?: Unread;
  /** Said after the name, e.g. that a channel is shared; seen as `marks`. */
  note?: string;
  marks?: ReactNode;
  onFollow(): void;
}

/** One conversation in the sidebar; bold and counted when there is something new. */
export function SidebarLink(props: SidebarLinkProps) {
  const { route, isCurrent, icon, name, unread, note, marks, onFollow } = props;
  const isUnread = unread?.isUnread ?? false;
  const count = unread?.count ?? 0;
  return (
    <li>
      <a
        className="sidebar-link"
        href={formatRoute(route)}
        aria-current={isCurrent ? 'page' : undefined}
        data-unread={isUnread || undefined}
        onClick={onFollow}
      >
        <span className="sidebar-icon">{icon}</span>
        <span className="sidebar-name">{name}</span>
        {note !== undefined && <span className="visually-hidden">, {note}</span>}
        {marks}
        {count > 0 && (
          <span className="sidebar-count">
            {count}
            <span className="visually-hidden"> for you</span>
          </span>
        )}
        {isUnread && count === 0 && <span className="visually-hidden">, unread</span>}
      </a>
    </li>
  );
}
