import { blockSheets } from '../blocks/block-sheets.ts';
import tools from '../tools/tools.css';
import views from '../views/views.css';
import agent from './agent.css';
import base from './base.css';
import composer from './composer.css';
import conversation from './conversation.css';
import message from './message.css';
import overlays from './overlays.css';
import shell from './shell.css';
import sidebar from './sidebar.css';
import tokens from './tokens.css';

/** Every style sheet of the page; a later one wins over an earlier one. */
export const sheets: readonly string[] = [
  tokens,
  base,
  shell,
  overlays,
  sidebar,
  conversation,
  message,
  agent,
  composer,
  ...blockSheets,
  views,
  tools,
];
