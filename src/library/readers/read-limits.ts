/** What reading one file may cost. */
export interface ReadLimits {
  /** Bytes on disk; more is refused before the file is opened. */
  fileBytes: number;
  /** Bytes that the text parts of a ZIP-based file (DOCX, PPTX) may inflate to, all together. */
  inflatedBytes: number;
  /** Milliseconds from the first byte to the document; the reading process is killed after that. */
  timeMs: number;
  /** MiB of resident memory of the reading process; it is killed when it holds more. */
  memoryMb: number;
}

export const defaultReadLimits: ReadLimits = {
  fileBytes: 128 * 1024 * 1024,
  inflatedBytes: 32 * 1024 * 1024,
  timeMs: 60_000,
  memoryMb: 1_024,
};
