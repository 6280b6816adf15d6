import { type FormOption, formOption } from './form-elements.ts';

/** Slack's limit. */
const mostOptions = 100;
/** Those that a partnership of one country and its visitors mostly means, first. */
const common = ['Europe/London', 'Europe/Dublin', 'UTC', 'Europe/Paris', 'Europe/Berlin'];

/** Time zones whose names hold what was typed, the common ones first. */
export function suggestZones(typed: string): FormOption[] {
  const wanted = plain(typed);
  const zones = new Set([...common, ...Intl.supportedValuesOf('timeZone')]);
  return [...zones]
    .filter((zone) => plain(zone).includes(wanted))
    .slice(0, mostOptions)
    .map((zone) => formOption(zone, zone.replaceAll('_', ' ')));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[_\s]+/g, ' ')
    .trim();
}
