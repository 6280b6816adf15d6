import { Mrkdwn } from './text/mrkdwn.tsx';

/** The text of a message without blocks, in Slack's mrkdwn. */
export function MessageText({ text }: { text: string }) {
  return (
    <div className="block-text">
      <Mrkdwn text={text} />
    </div>
  );
}
