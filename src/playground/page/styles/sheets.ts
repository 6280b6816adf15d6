import { blockSheets } from '../blocks/block-sheets.ts';
import tools from '../tools/tools.css';
import views from '../views/views.css';
import agent from './agent.css';
import base from './base.css';
import composer from './composer.css';
import conversation from './conversation.css';
import header from './header.css';
import message from './message.css';
import messageLines from './message-lines.css';
import messageParts from './message-parts.css';
import overlays from './overlays.css';
import peopleAndNotices from './people-and-notices.css';
import shell from './shell.css';
import sidebar from './sidebar.css';
import tokens from './tokens.css';

/** Every style sheet of the page; a later one wins over an earlier one. */
export const sheets: readonly string[] = [
  tokens,
  base,
  header,
  peopleAndNotices,
  shell,
  overlays,
  sidebar,
  messageLines,
  conversation,
  messageParts,
  message,
  agent,
  composer,
  ...blockSheets,
  views,
  tools,
];
