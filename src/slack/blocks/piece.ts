import { escapeText, type Markup } from './markup.ts';

/** One block of a message, with what is read out in its place. */
export interface Piece {
  block: object;
  /** Escaped, without formatting; empty for what only matters where it can be pressed. */
  text: string;
  /** Means nothing without the piece before it, and is never the first of a message. */
  staysWithPrevious?: true;
}

/** Most characters of a section's text; Slack allows 3,000. */
export const mostSectionCharacters = 2_900;

/** `verbatim` keeps Slack from turning names and addresses in the text into mentions and links. */
const textObject = ({ mrkdwn }: Markup): object => ({
  type: 'mrkdwn',
  text: mrkdwn,
  verbatim: true,
});

export function section(content: Markup, spoken: string): Piece {
  const block = { type: 'section', expand: true, text: textObject(content) };
  return { block, text: escapeText(spoken) };
}

/** A section with a button beside it. @param spoken what stands for both where blocks are not shown. */
export function sectionWithButton(content: Markup, spoken: string, accessory: object): Piece {
  const block = { type: 'section', expand: true, text: textObject(content), accessory };
  return { block, text: escapeText(spoken) };
}

/** Small print. */
export function context(content: Markup, spoken: string): Piece {
  return {
    block: { type: 'context', elements: [textObject(content)] },
    text: escapeText(spoken),
  };
}
