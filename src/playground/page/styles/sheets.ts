import base from './base.css';
import tokens from './tokens.css';

/** Every style sheet of the page; a later one wins over an earlier one. */
export const sheets: readonly string[] = [tokens, base];
