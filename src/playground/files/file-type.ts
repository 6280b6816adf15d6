/** What Slack calls a kind of file. */
interface FileType {
  filetype: string;
  prettyType: string;
  mimeType: string;
}

const binary: FileType = {
  filetype: 'binary',
  prettyType: 'Binary',
  mimeType: 'application/octet-stream',
};

const office = 'application/vnd.openxmlformats-officedocument';

/** By extension; see docs.slack.dev/reference/objects/file-object#types. */
const types: ReadonlyMap<string, FileType> = new Map(
  (
    [
      ['pdf', 'pdf', 'PDF', 'application/pdf'],
      ['docx', 'docx', 'Word Document', `${office}.wordprocessingml.document`],
      ['pptx', 'pptx', 'PowerPoint', `${office}.presentationml.presentation`],
      ['xlsx', 'xlsx', 'Excel Spreadsheet', `${office}.spreadsheetml.sheet`],
      ['txt', 'text', 'Plain Text', 'text/plain'],
      ['md', 'markdown', 'Markdown', 'text/markdown'],
      ['csv', 'csv', 'CSV', 'text/csv'],
      ['html', 'html', 'HTML', 'text/html'],
      ['json', 'json', 'JSON', 'application/json'],
      ['png', 'png', 'PNG', 'image/png'],
      ['jpg', 'jpg', 'JPEG', 'image/jpeg'],
      ['jpeg', 'jpg', 'JPEG', 'image/jpeg'],
      ['gif', 'gif', 'GIF', 'image/gif'],
      ['epub', 'epub', 'EPUB', 'application/epub+zip'],
      ['zip', 'zip', 'Zip', 'application/zip'],
    ] as const
  ).map(([extension, filetype, prettyType, mimeType]) => [
    extension,
    { filetype, prettyType, mimeType },
  ]),
);

/** The kind of a file, told by its name. */
export const fileType = (name: string): FileType =>
  types.get(name.split('.').at(-1)?.toLowerCase() ?? '') ?? binary;
