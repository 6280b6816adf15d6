import { table } from '../describe-benchmark.ts';
import type { NoticesBenchmark } from './notices-benchmark.ts';

/** What became of notices, as tables for people. */
export function describeNoticesBenchmark({ killed, timed }: NoticesBenchmark): string {
  const killedTable = table([
    [
      'senders',
      'look before they repeat',
      'kills',
      'deliveries',
      'channels',
      'posts',
      'duplicates',
      'missing',
      'early',
      'left open',
      '429s',
      'look-ups',
      'seconds',
    ],
    ...killed.map((run) => [
      run.senders,
      run.looks_up ? 'yes' : 'no',
      run.kills,
      run.deliveries,
      run.channels,
      run.posts,
      run.duplicates,
      run.missing,
      run.early,
      run.open_tasks,
      run.rate_limited,
      run.look_ups,
      run.seconds,
    ]),
  ]);
  const timedTable = table([
    ['deliveries', 'channels', 'posts', 'seconds', 'allowed', 'a minute', 'share %', '429s'],
    ...timed.map((run) => [
      run.deliveries,
      run.channels,
      run.posts,
      run.seconds,
      run.allowed_seconds,
      run.per_minute,
      Math.round(run.share_of_allowed * 1_000) / 10,
      run.rate_limited,
    ]),
  ]);
  return [
    'Senders that are killed all the time',
    killedTable,
    'Time taken, against what Slack’s limits allow',
    timedTable,
  ].join('\n');
}
