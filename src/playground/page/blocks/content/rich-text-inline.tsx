import type { ReactNode } from 'react';
import { type Fields, fieldsOf, numberOf, stringOf } from '../read-block.ts';
import { Emoji } from '../text/emoji.tsx';
import { emojiCharacter, emojiFromUnicode } from '../text/emoji-character.ts';
import { BroadcastMention, ChannelMention, GroupMention, UserMention } from '../text/mentions.tsx';
import { SafeLink } from '../text/safe-link.tsx';
import { SlackDate } from '../text/slack-date.tsx';

function unstyled(element: Fields): ReactNode {
  switch (element.type) {
    case 'text':
      return stringOf(element.text);
    case 'link':
      return (
        <SafeLink address={stringOf(element.url)}>{stringOf(element.text) || undefined}</SafeLink>
      );
    case 'user':
      return <UserMention id={stringOf(element.user_id)} />;
    case 'usergroup':
      return <GroupMention id={stringOf(element.usergroup_id)} />;
    case 'channel':
      return <ChannelMention id={stringOf(element.channel_id)} />;
    case 'broadcast':
      return <BroadcastMention range={stringOf(element.range)} />;
    case 'team':
      return <span className="mention">@{stringOf(element.team_id)}</span>;
    case 'emoji': {
      const name = stringOf(element.name);
      const character = emojiFromUnicode(stringOf(element.unicode)) ?? emojiCharacter(name);
      return <Emoji name={name} character={character} />;
    }
    case 'date':
      return (
        <SlackDate
          timestamp={numberOf(element.timestamp) ?? Number.NaN}
          format={stringOf(element.format)}
          fallback={stringOf(element.fallback)}
          link={stringOf(element.url)}
        />
      );
    case 'color':
      return <ColorSwatch value={stringOf(element.value)} />;
    default:
      return stringOf(element.text) || `(${stringOf(element.type)} is not drawn here)`;
  }
}

/** A colour with its name; what is no hexadecimal colour is only named. */
function ColorSwatch({ value }: { value: string }) {
  const isColor = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(value);
  return (
    <span>
      {isColor && <span className="color-swatch" style={{ background: value }} />}
      {value}
    </span>
  );
}

/** One run of a rich text with its style. */
export function RichTextInline({ element }: { element: Fields }) {
  const style = fieldsOf(element.style);
  let drawn = unstyled(element);
  if (style.code === true) drawn = <code>{drawn}</code>;
  if (style.bold === true) drawn = <strong>{drawn}</strong>;
  if (style.italic === true) drawn = <em>{drawn}</em>;
  if (style.strike === true) drawn = <s>{drawn}</s>;
  if (style.underline === true) drawn = <u>{drawn}</u>;
  return <>{drawn}</>;
}
