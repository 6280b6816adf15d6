import { useEffect } from 'react';

/** The parts of the page, in the order in which F6 goes round them. */
const sections = '.workspace-header, .sidebar, .main > section, .tools-pane';
/** What takes the focus in a part: the first of these that is there. */
const entries = [
  '.sidebar-link[aria-current]',
  '.message[tabindex="0"]',
  'textarea',
  'input:not([hidden]), button:not(:disabled), a[href]',
];

const isShown = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true });

/** F6 goes on to the next part of the page, Shift + F6 to the one before, as in Slack. */
export function useSectionKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'F6' || document.querySelector('dialog[open], [role="dialog"]')) return;
      const shown = [...document.querySelectorAll(sections)].filter(isShown);
      const current = shown.findLastIndex((section) => section.contains(document.activeElement));
      const next = (current + (event.shiftKey ? -1 : 1) + shown.length) % shown.length;
      event.preventDefault();
      const target = entries
        .flatMap((entry) => [...(shown[next]?.querySelectorAll<HTMLElement>(entry) ?? [])])
        .find(isShown);
      target?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
