const shapes = {
  check: <path d="M3.5 8.5 6.5 11.5 12.5 5" />,
  cross: <path d="m4.5 4.5 7 7m0-7-7 7" />,
  info: <path d="M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M8 7.4v3.4M8 5.2v.1" />,
  warning: <path d="M8 2.5 14 13.5H2ZM8 6.5v3M8 11.4v.1" />,
  circle: <circle cx="8" cy="8" r="5.5" />,
  spinner: <path d="M8 2.5A5.5 5.5 0 1 1 2.5 8" />,
  more: <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2.4" />,
  trash: <path d="M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.5 8.5h6l.5-8.5M6.8 7v3.5M9.2 7v3.5" />,
  down: <path d="m4.5 6.5 3.5 3.5 3.5-3.5" />,
  picture: <path d="M2.5 3.5h11v9h-11ZM3 11l3-3 2.5 2.5L11 8l2.5 2.5M5.5 6h.01" />,
  thumb: (
    <path d="M5 7v6M5 7l2.5-4.5c1.2 0 1.7.9 1.4 2L8.4 6.5H12c.9 0 1.4.7 1.2 1.5l-1 4c-.2.6-.6 1-1.2 1H5H3V7Z" />
  ),
  dot: <circle cx="8" cy="8" r="2.5" />,
} as const;

export type BlockIconName = keyof typeof shapes;

/** A small drawing beside words; says nothing to screen readers. */
export function BlockIcon({ name, className = '' }: { name: BlockIconName; className?: string }) {
  return (
    <svg
      className={`block-icon ${className}`}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {shapes[name]}
    </svg>
  );
}
