import { usePage } from './use-page.ts';

/** IANA zone of the person; every time on the page is theirs. */
export function useTimeZone(): string {
  const { page } = usePage();
  return page.people.find((person) => person.id === page.me)?.timeZone ?? 'Europe/London';
}
