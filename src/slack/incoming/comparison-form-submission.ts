import { fewestCompared, mostColumns, mostCompared } from '../../summaries/index.ts';
import { type EnteredValues, readEntered } from '../notices/composing/entered-values.ts';
import { mostColumnCharacters } from '../reports/comparison-form.ts';
import { readFormPlace } from '../reports/form-place.ts';
import { reportFields, reportViews } from '../reports/report-ids.ts';
import type { AskedReport } from './asked-report.ts';
import type { RequestedReport } from './requested-report.ts';
import { readSubmittedForm } from './submitted-form.ts';

/** Reads the form of a comparison as it was handed in, with what is wrong with it; null for anything else. */
export function readComparisonForm(body: unknown): AskedReport | null {
  const form = readSubmittedForm(body, reportViews.comparison);
  if (form === null) return null;
  const { eventId, user, metadata, values } = form;
  const entered = readEntered(values);
  const isForChannel = entered.chosen(reportFields.seenBy) === 'channel';
  return {
    eventId,
    user,
    requested: requestedIn(entered),
    channel: isForChannel ? readFormPlace(metadata) : null,
    askedIn: null,
    form: { about: reportFields.publications, seenBy: reportFields.seenBy },
    wrong: wrongIn(entered),
  };
}

function requestedIn(entered: EnteredValues): RequestedReport {
  const publicationIds = entered.list(reportFields.publications);
  const [earlierId = '', laterId = ''] = publicationIds;
  return wantsChanges(entered)
    ? { kind: 'changes', earlierId, laterId }
    : { kind: 'comparison', publicationIds, columns: columnsIn(entered) };
}

const wantsChanges = (entered: EnteredValues): boolean =>
  entered.chosen(reportFields.what) === 'changes';

const columnsIn = (entered: EnteredValues): string[] => [
  ...new Set([...entered.list(reportFields.columns), ...entered.lines(reportFields.ownColumns)]),
];

function wrongIn(entered: EnteredValues): Record<string, string> {
  const count = entered.list(reportFields.publications).length;
  if (wantsChanges(entered)) {
    return count === 2
      ? {}
      : {
          [reportFields.publications]:
            'Choose exactly two to see what has changed from the earlier to the later, or ask for a table.',
        };
  }
  if (count < fewestCompared || count > mostCompared) {
    return {
      [reportFields.publications]: `Choose ${fewestCompared} to ${mostCompared} publications.`,
    };
  }
  const columns = columnsIn(entered);
  const ownOnes = entered.lines(reportFields.ownColumns);
  if (columns.length === 0) {
    return { [reportFields.ownColumns]: 'Tick at least one column, or write one of your own.' };
  }
  if (ownOnes.some((column) => column.length > mostColumnCharacters)) {
    return {
      [reportFields.ownColumns]: `Write each column on a line of its own, in at most ${mostColumnCharacters} characters.`,
    };
  }
  return columns.length > mostColumns
    ? {
        [reportFields.ownColumns]: `These are ${columns.length} columns; at most ${mostColumns} fit. Leave some out.`,
      }
    : {};
}
