import type { getResolvedPDFJS } from 'unpdf';

type PdfJs = Awaited<ReturnType<typeof getResolvedPDFJS>>;

/** A file that PDF.js has opened. */
export type PdfDocument = Awaited<ReturnType<PdfJs['getDocument']>['promise']>;

/** One of its pages. */
export type PdfJsPage = Awaited<ReturnType<PdfDocument['getPage']>>;
