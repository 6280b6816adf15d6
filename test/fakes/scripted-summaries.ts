import {
  type KeptReport,
  type Report,
  ReportRefused,
  type ReportRequest,
  type Summaries,
} from '../../src/summaries/index.ts';

/** What was asked to be written. */
export interface AskedReport {
  kind: 'summary' | 'file' | 'comparison' | 'changes' | 'briefing';
  request: ReportRequest & Record<string, unknown>;
}

/** Summaries that remember what they were asked for and write by a script. */
export function createScriptedSummaries(
  write: (asked: AskedReport) => Report | Promise<Report> = () => {
    throw new ReportRefused('publication-not-open', 'There is nothing to summarise here.');
  },
): Summaries & { asked: AskedReport[]; kept: Map<string, KeptReport> } {
  const asked: AskedReport[] = [];
  const kept = new Map<string, KeptReport>();
  const writing =
    (kind: AskedReport['kind']) =>
    async (request: ReportRequest & { owner?: string | null }): Promise<KeptReport> => {
      const one = { kind, request: { ...request } };
      asked.push(one);
      const report = await write(one);
      const id = `report-${asked.length}`;
      const made: KeptReport = {
        id,
        key: id,
        report,
        owner: request.owner ?? null,
        drawnOn: [],
        modelRun: null,
        madeAt: 0,
      };
      kept.set(id, made);
      return made;
    };
  return {
    asked,
    kept,
    summarise: writing('summary'),
    summariseFile: writing('file'),
    compare: writing('comparison'),
    changes: writing('changes'),
    brief: writing('briefing'),
    async find(id, { person, audiences }) {
      const found = kept.get(id);
      if (found === undefined || (found.owner !== null && found.owner !== person)) return null;
      const isOpen = found.report.sources.every(({ publication }) =>
        audiences.includes(publication.audience),
      );
      return isOpen ? found : null;
    },
  };
}
