import { fieldsOf, stringOf } from '../read-block.ts';
import { Mrkdwn } from './mrkdwn.tsx';
import { PlainText } from './plain-text.tsx';

/** A text object of Block Kit, plain or mrkdwn. */
export function TextObject({ text }: { text: unknown }) {
  const { type, text: words, emoji, verbatim } = fieldsOf(text);
  return type === 'mrkdwn' ? (
    <Mrkdwn text={stringOf(words)} verbatim={verbatim === true} />
  ) : (
    <PlainText text={stringOf(words)} emoji={emoji !== false} />
  );
}
