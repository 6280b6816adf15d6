import type { Person } from '../../state/people.ts';
import { hueOf, initialsOf } from '../client/people.ts';
import { usePage } from '../client/use-page.ts';

const hues = 8;

export interface AvatarProps {
  /** Undefined for somebody who is not known (any more). */
  person: Person | undefined;
  size?: 'small' | 'medium' | 'large';
}

/** A picture beside a name: the app's sign, or somebody's initials in a colour that stays theirs. */
export function Avatar({ person, size = 'medium' }: AvatarProps) {
  const { page } = usePage();
  if (person?.isBot) return <AppMark size={size} />;
  return (
    <span
      className={`avatar avatar-${size}`}
      data-hue={hueOf(person, page.people, hues)}
      aria-hidden="true"
    >
      {initialsOf(person?.realName ?? '')}
    </span>
  );
}

/** Two circles that share a part: what is common to those who join up. */
function AppMark({ size }: { size: string }) {
  return (
    <span className={`avatar avatar-${size} avatar-app`} aria-hidden="true">
      <svg viewBox="0 0 36 36" width="100%" height="100%" role="presentation">
        <rect width="36" height="36" fill="#1d4d4f" />
        <circle cx="14" cy="18" r="8" fill="none" stroke="#d9efec" strokeWidth="2.4" />
        <circle cx="22" cy="18" r="8" fill="none" stroke="#d9efec" strokeWidth="2.4" />
        <path d="M18 11.1a8 8 0 0 1 0 13.8 8 8 0 0 1 0-13.8Z" fill="#f0b64a" />
      </svg>
    </span>
  );
}
