import blocks from './blocks.css';
import confirmDialog from './confirm-dialog.css';
import content from './content/content.css';
import elements from './elements/elements.css';
import menu from './elements/menu.css';
import text from './text/text.css';

/** The style sheets of what apps show. */
export const blockSheets: readonly string[] = [
  blocks,
  text,
  content,
  elements,
  menu,
  confirmDialog,
];
