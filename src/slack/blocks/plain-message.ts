import type { MessageContent } from '../../messaging/index.ts';
import { escapeText, markup } from './markup.ts';
import { section } from './piece.ts';

/** A message of one sentence. */
export function plainMessage(sentence: string): MessageContent {
  return { text: escapeText(sentence), blocks: [section(markup`${sentence}`, sentence).block] };
}
