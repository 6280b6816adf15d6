import type { ReadDocument } from '../document.ts';
import type { ZipArchive } from './zip-archive.ts';

/** What a reader of one format is given. */
export interface ReaderInput {
  bytes: Uint8Array;
  /** Present for ZIP-based formats. */
  archive: ZipArchive | null;
}

/** Turns the bytes of one format into a document. @throws {ReadFailure} for what is wrong with them. */
export type Reader = (input: ReaderInput) => Promise<ReadDocument>;
