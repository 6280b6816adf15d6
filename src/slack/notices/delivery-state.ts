import type { Notice, Outcome } from '../../notices/index.ts';
import { display } from '../blocks/describe-publication.ts';
import { attendeesButton } from './attendees-view.ts';
import { isRetriable, retryButton } from './report-message.ts';

/** `delivered to 3 of 4 places, 1 failed`; null before anything was tried. */
export function describeDelivery({ sent, failed, waiting }: Outcome): string | null {
  if (sent.length + failed.length === 0) return null;
  const all = sent.length + failed.length + waiting.length;
  const lost = failed.length === 0 ? '' : `, ${failed.length} failed`;
  return `delivered to ${sent.length} of ${all} ${all === 1 ? 'place' : 'places'}${lost}`;
}

/** What can be done about an announcement that was tried: see who replied, try the rest again. */
export function deliveryButtons(notice: Notice, outcome: Outcome | undefined): object[] {
  if (outcome === undefined) return [];
  const title = display(notice.details.title, 150);
  const isPosted = notice.details.kind === 'session' && outcome.sent.length > 0;
  const canRetry = notice.state === 'scheduled' && outcome.failed.some(isRetriable);
  return [
    ...(isPosted ? [attendeesButton(notice.id, title)] : []),
    ...(canRetry ? [retryButton(notice, title)] : []),
  ];
}
