import { getResolvedPDFJS } from 'unpdf';
import { ReadFailure } from '../read-failure.ts';
import type { PdfDocument } from './pdf-document.ts';

const pagesChecked = 20;

/**
 * Opens a PDF, one that is encrypted with an empty password too.
 *
 * @param strict - Fail on damage that PDF.js would pass over.
 * @throws {ReadFailure} `file-encrypted`, `file-malformed`
 */
export async function openPdf(bytes: Uint8Array, strict = false): Promise<PdfDocument> {
  const { getDocument, VerbosityLevel } = await getResolvedPDFJS();
  try {
    return await getDocument({
      // PDF.js takes the bytes over.
      data: new Uint8Array(bytes),
      verbosity: VerbosityLevel.ERRORS,
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: strict,
      // Pictures are never looked at; this keeps them from being decoded.
      maxImageSize: 1,
    }).promise;
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'PasswordException') {
      throw new ReadFailure(
        'file-encrypted',
        'is protected by a password',
        'Save it without a password and replace the file.',
        cause,
      );
    }
    throw damagedPdf(cause);
  }
}

/** Reads the first pages without mercy; what went wrong, or null when nothing did. */
export async function findDamage(bytes: Uint8Array): Promise<unknown> {
  let document: PdfDocument | null = null;
  try {
    document = await openPdf(bytes, true);
    for (let number = 1; number <= Math.min(document.numPages, pagesChecked); number += 1) {
      const page = await document.getPage(number);
      await page.getOperatorList();
      page.cleanup();
    }
    return null;
  } catch (error) {
    return error;
  } finally {
    await document?.loadingTask.destroy();
  }
}

/** The failure to report for a file that PDF.js cannot make sense of. */
export function damagedPdf(cause: unknown): ReadFailure {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ReadFailure(
    'file-malformed',
    `is a damaged PDF (${reason.slice(0, 160)})`,
    'Fetch it again, or print it to a new PDF.',
    cause,
  );
}
