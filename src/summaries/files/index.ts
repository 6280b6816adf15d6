export type { ReportFileOptions } from './lay-out-report.ts';
export { reportDocx } from './report-docx.ts';
export { reportFileName } from './report-file-name.ts';
export { reportMarkdown } from './report-markdown.ts';
