import { emojiCharacter } from './emoji-character.ts';

/** An emoji as a character, named for screen readers; `:name:` when it is not known. */
export function Emoji({
  name,
  skinTone = '',
  character = emojiCharacter(name, skinTone),
}: {
  name: string;
  skinTone?: string;
  character?: string | null;
}) {
  if (character === null) return <>{`:${name}:`}</>;
  return (
    <span className="emoji" role="img" aria-label={name.replaceAll('_', ' ')} title={`:${name}:`}>
      {character}
    </span>
  );
}
