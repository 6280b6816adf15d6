import { nameToEmoji } from 'gemoji';

/** Slack's names that GitHub's list, which `gemoji` holds, does not have. */
const slackNames: Readonly<Record<string, string>> = {
  simple_smile: '🙂',
  thinking_face: '🤔',
  robot_face: '🤖',
  hugging_face: '🤗',
  face_palm: '🤦',
  face_with_rolling_eyes: '🙄',
  rolling_on_the_floor_laughing: '🤣',
  'star-struck': '🤩',
  large_red_square: '🟥',
  large_orange_circle: '🟠',
  large_yellow_circle: '🟡',
  large_green_circle: '🟢',
  large_purple_circle: '🟣',
  spiral_calendar_pad: '🗓️',
  spiral_note_pad: '🗒️',
  rolled_up_newspaper: '🗞️',
  speaking_head_in_silhouette: '🗣️',
  linked_paperclips: '🖇️',
  lower_left_ballpoint_pen: '🖊️',
  lower_left_fountain_pen: '🖋️',
  lower_left_paintbrush: '🖌️',
  ballot_box_with_ballot: '🗳️',
  octagonal_sign: '🛑',
  scales: '⚖️',
  staff_of_aesculapius: '⚕️',
  helmet_with_white_cross: '⛑️',
  shopping_trolley: '🛒',
  double_vertical_bar: '⏸️',
  black_square_for_stop: '⏹️',
  black_circle_for_record: '⏺️',
  first_place_medal: '🥇',
  second_place_medal: '🥈',
  third_place_medal: '🥉',
  'x-ray': '🩻',
  ladybug: '🐞',
  email: '✉️',
  satellite: '🛰️',
};
const letterA = 0x1f1e6;

/** `flag-gb` → 🇬🇧 */
function flag(name: string): string | null {
  const [, country] = /^flag-([a-z]{2})$/.exec(name) ?? [];
  if (country === undefined) return null;
  const letters = [...country].map((letter) => letterA + letter.charCodeAt(0) - 97);
  return String.fromCodePoint(...letters);
}

/**
 * The character of an emoji.
 *
 * @param name as in Slack, without colons.
 * @param skinTone `skin-tone-2` to `skin-tone-6`.
 * @returns null for names that are not known, such as those of a workspace's own emoji.
 */
export function emojiCharacter(name: string, skinTone = ''): string | null {
  const known = [slackNames, nameToEmoji].find((names) => Object.hasOwn(names, name));
  const character = known?.[name] ?? flag(name);
  const [, tone] = /^skin-tone-([2-6])$/.exec(skinTone) ?? [];
  if (character === null || tone === undefined) return character;
  const [first = '', ...rest] = [...character];
  return [first, String.fromCodePoint(0x1f3f9 + Number(tone)), ...rest].join('');
}

/** The characters that `rich_text` gives in hexadecimal, `1f44b-1f3fd`; null for anything else. */
export function emojiFromUnicode(hexadecimal: string): string | null {
  if (!/^[0-9a-f]{2,6}(-[0-9a-f]{2,6})*$/i.test(hexadecimal)) return null;
  const points = hexadecimal.split('-').map((part) => Number.parseInt(part, 16));
  return points.every((point) => point <= 0x10_ffff) ? String.fromCodePoint(...points) : null;
}
