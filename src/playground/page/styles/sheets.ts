import { blockSheets } from '../blocks/block-sheets.ts';
import tools from '../tools/tools.css';
import views from '../views/views.css';
import base from './base.css';
import tokens from './tokens.css';

/** Every style sheet of the page; a later one wins over an earlier one. */
export const sheets: readonly string[] = [tokens, base, ...blockSheets, views, tools];
