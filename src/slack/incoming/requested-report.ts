import { z } from 'zod';
import { summaryLengths, summaryReaders } from '../../summaries/index.ts';

const publicationId = z.string().min(1).max(255);

/** What people can ask to be written, as it is kept while it is owed. */
export const requestedReportSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('summary'),
    publicationId,
    length: z.enum(summaryLengths),
    reader: z.enum(summaryReaders),
  }),
  z.object({
    kind: z.literal('comparison'),
    publicationIds: z.array(publicationId).min(1).max(20),
    columns: z.array(z.string().min(1).max(500)).max(20),
  }),
  z.object({ kind: z.literal('changes'), earlierId: publicationId, laterId: publicationId }),
  z.object({ kind: z.literal('briefing'), topic: z.string().min(1).max(3_000) }),
]);

export type RequestedReport = z.infer<typeof requestedReportSchema>;

/** The summary that people get who do not say which. */
export function usualSummary(id: string): RequestedReport {
  return { kind: 'summary', publicationId: id, length: 'brief', reader: 'member' };
}

/** Ids of the publications that it names. */
export function publicationsOf(requested: RequestedReport): string[] {
  switch (requested.kind) {
    case 'summary':
      return [requested.publicationId];
    case 'comparison':
      return requested.publicationIds;
    case 'changes':
      return [requested.earlierId, requested.laterId];
    case 'briefing':
      return [];
  }
}
