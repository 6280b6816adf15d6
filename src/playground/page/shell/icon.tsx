/** Outlines on a 20 × 20 grid, drawn with the current colour. */
const paths = {
  mention:
    'M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0ZM13 7v3.8a2.2 2.2 0 0 0 4.4 0V10a7.4 7.4 0 1 0-3.2 6.1',
  hash: 'M7.5 3 6 17M14 3l-1.5 14M3.5 7.5h13.2M3 12.5h13.2',
  lock: 'M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  archive: 'M3 4h14v4H3zM4.5 8v8.5h11V8M8 11.5h4',
  shared:
    'M8.2 11.8a3 3 0 0 1 0-4.2l2.6-2.6a3 3 0 0 1 4.2 4.2l-1 1M11.8 8.2a3 3 0 0 1 0 4.2l-2.6 2.6A3 3 0 0 1 5 10.8l1-1',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  close: 'M5 5l10 10M15 5 5 15',
  plus: 'M10 4v12M4 10h12',
  send: 'M3.5 16.5 17 10 3.5 3.5 5.5 10zM5.5 10H17',
  smile:
    'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM6.8 11.5c.7 1.4 1.8 2.2 3.2 2.2s2.5-.8 3.2-2.2M7.5 7.7v.6M12.5 7.7v.6',
  thread: 'M3.5 4h13v9H9.5L6 16.2V13H3.5zM7 7.2h6M7 9.9h4',
  more: 'M4.8 10h.4M9.8 10h.4M14.8 10h.4',
  edit: 'M4 16l.7-3.3L13.5 4l2.5 2.5-8.7 8.8zM11.7 5.8l2.5 2.5',
  trash: 'M4 5.5h12M8 5.5V3.5h4v2M5.5 5.5l.8 11h7.4l.8-11M8.5 8.5v5M11.5 8.5v5',
  link: 'M8.2 11.8a3 3 0 0 1 0-4.2l2.6-2.6a3 3 0 0 1 4.2 4.2l-1 1M11.8 8.2a3 3 0 0 1 0 4.2l-2.6 2.6A3 3 0 0 1 5 10.8l1-1',
  sun: 'M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM10 1.5V3M10 17v1.5M1.5 10H3M17 10h1.5M4 4l1 1M15 15l1 1M4 16l1-1M15 5l1-1',
  moon: 'M16.5 11.8A7 7 0 0 1 8.2 3.5a7 7 0 1 0 8.3 8.3Z',
  screen: 'M2.5 4h15v10h-15zM7 17.5h6M10 14v3.5',
  tools:
    'M3 6h8M15 6h2M3 14h2M9 14h8M13 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM7 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  clock: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM10 5.5V10l3 2',
  down: 'M5 7.5l5 5 5-5',
  back: 'M12.5 4.5 7 10l5.5 5.5',
  arrowDown: 'M10 4v12M5 11l5 5 5-5',
  home: 'M3 9.5 10 3.5l7 6M5 8.5v8h10v-8M8.5 16.5v-4.5h3v4.5',
  message: 'M3.5 4h13v9H9.5L6 16.2V13H3.5z',
  bolt: 'M11 2.5 4.5 11.5H9.5l-.700 6L15.5 8.5H10.3z',
  stop: 'M6 6h8v8H6z',
  check: 'M4 10.5l4 4 8-9',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM13 13l4 4',
  file: 'M5 2.5h6.5L15.5 6.5v11H5zM11.5 2.5v4h4',
  clip: 'M15.5 9.5l-5.7 5.7a3.3 3.3 0 0 1-4.7-4.7l6.2-6.2a2.2 2.2 0 0 1 3.1 3.1l-6 6a1.1 1.1 0 0 1-1.6-1.6l5.2-5.2',
  eye: 'M2 10s3-5.5 8-5.5S18 10 18 10s-3 5.5-8 5.5S2 10 2 10ZM10 12.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6Z',
  person: 'M10 10a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4ZM3.5 17c.5-3.3 3-5 6.5-5s6 1.7 6.5 5',
  alert: 'M10 3 1.8 17h16.4zM10 8v4.5M10 14.5v.4',
} as const;

export type IconName = keyof typeof paths;

/** A sign next to words that say the same: screen readers pass over it. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.4 : 1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}
