import { type MouseEvent, useEffect, useRef } from 'react';
import type { Route } from '../client/route.ts';
import { IconButton } from '../shell/icon-button.tsx';
import { Sidebar } from './sidebar.tsx';

export interface SidebarDrawerProps {
  route: Route;
  isOpen: boolean;
  onClose(): void;
}

/** The sidebar on a phone: above everything, until something is chosen. */
export function SidebarDrawer({ route, isOpen, onClose }: SidebarDrawerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  const onClick = (event: MouseEvent): void => {
    // The backdrop belongs to the dialog; what is in it does not.
    if (event.target === dialog.current) onClose();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself.
    <dialog
      ref={dialog}
      className="sidebar-drawer"
      aria-label="Channels and messages"
      onClick={onClick}
      onClose={onClose}
    >
      <IconButton icon="close" label="Close" className="sidebar-drawer-close" onClick={onClose} />
      {isOpen && <Sidebar route={route} onFollow={onClose} />}
    </dialog>
  );
}
