import type { KeptReport } from '../../summaries/index.ts';
import { button } from '../blocks/button.ts';
import type { Piece } from '../blocks/piece.ts';
import { reportActions } from './report-ids.ts';

/** Who sees a report: one person alone, or everybody in a channel. */
export type ReportAudience = 'one-person' | 'channel';

/** What can be done with a report. */
export function reportButtons({ id, report, owner }: KeptReport, audience: ReportAudience): Piece {
  const [source] = report.sources;
  const isOfLibrary = report.kind === 'summary' && owner === null && source !== undefined;
  const elements = [
    ...(isOfLibrary
      ? [
          button({
            actionId: reportActions.summarise,
            text: 'Other length or reader',
            label: 'Summarise it at another length or for another reader',
            value: source.publication.id,
          }),
        ]
      : []),
    // What somebody had written for themselves, from a file of theirs, stays theirs.
    ...(audience === 'one-person' && owner === null
      ? [
          button({
            actionId: reportActions.share,
            text: 'Share with a channel',
            label: 'Share this with everybody in a channel',
            value: id,
          }),
        ]
      : []),
    button({
      actionId: reportActions.word,
      text: 'Take it away: Word',
      label: 'Take it away as a Word file, with sources and quotes',
      value: id,
    }),
    button({
      actionId: reportActions.markdown,
      text: 'Markdown',
      label: 'Take it away as a Markdown file, with sources and quotes',
      value: id,
    }),
  ];
  return { block: { type: 'actions', elements }, text: '', staysWithPrevious: true };
}
