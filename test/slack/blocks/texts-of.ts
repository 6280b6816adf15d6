/** What tests look at in a block. */
export interface MarkupBlock {
  type: string;
  text?: { text: string; verbatim: boolean };
  elements?: ({ type: 'mrkdwn'; text: string; verbatim: boolean } | { type: 'feedback_buttons' })[];
  accessory?: { action_id: string; value: string; accessibility_label: string };
}

/** The texts of the blocks of one message, in order, as they read: where lines break is left out. */
export function textsOf(blocks: readonly object[]): string[] {
  return (blocks as MarkupBlock[]).flatMap((block) =>
    [block.text, ...(block.elements ?? [])].flatMap((text) =>
      text && 'text' in text ? [text.text.replaceAll('\u00a0', ' ')] : [],
    ),
  );
}
