import { Emoji } from './emoji.tsx';
import { emojiCharacter } from './emoji-character.ts';
import { withoutEntities } from './entities.ts';

const emoji = /:([a-z0-9_+'-]+):(?::(skin-tone-[2-6]):)?/g;

/** Text without markup but with emoji, as in labels and headings. */
export function PlainText({ text, emoji: hasEmoji = true }: { text: string; emoji?: boolean }) {
  const shown = withoutEntities(text);
  if (!hasEmoji) return <>{shown}</>;
  const parts = [];
  let end = 0;
  for (const match of shown.matchAll(emoji)) {
    const [whole, name = '', skinTone = ''] = match;
    if (emojiCharacter(name) === null) continue;
    parts.push(shown.slice(end, match.index));
    parts.push(<Emoji key={match.index} name={name} skinTone={skinTone} />);
    end = match.index + whole.length;
  }
  return (
    <>
      {parts}
      {shown.slice(end)}
    </>
  );
}
