export { cleanText } from './clean-text.ts';
export type { FileBlock, Line } from './file-block.ts';
export { layOutQuotes } from './lay-out-quotes.ts';
export { layOutStatements, type ReportFileOptions } from './lay-out-report.ts';
export { reportDocx } from './report-docx.ts';
export { reportFileName } from './report-file-name.ts';
export { reportMarkdown } from './report-markdown.ts';
