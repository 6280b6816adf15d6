import type { KeptReport, ReportRequest, Summaries } from '../../summaries/index.ts';
import type { RequestedReport } from '../incoming/requested-report.ts';

/** Has what people asked for written. @throws {ReportRefused} */
export function requestReport(
  summaries: Summaries,
  requested: RequestedReport,
  request: ReportRequest,
): Promise<KeptReport> {
  switch (requested.kind) {
    case 'summary':
      return summaries.summarise({ ...request, ...requested });
    case 'comparison':
      return summaries.compare({ ...request, ...requested });
    case 'changes':
      return summaries.changes({ ...request, ...requested });
    case 'briefing':
      return summaries.brief({ ...request, ...requested });
  }
}
