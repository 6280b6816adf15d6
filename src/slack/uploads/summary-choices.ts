import { summaryLengths, summaryReaders } from '../../summaries/index.ts';
import { formOption } from '../notices/composing/form-elements.ts';
import { lengthNames, readerNames } from '../reports/describe-request.ts';
import { usualSummary } from './wanted-summary.ts';

/** A menu of the lengths of a summary, with the usual one chosen. */
export function lengthMenu(): object {
  return {
    type: 'static_select',
    options: summaryLengths.map((length) => formOption(length, lengthNames[length])),
    initial_option: formOption(usualSummary.length, lengthNames[usualSummary.length]),
  };
}

/** A menu of who a summary can be for, with the usual reader chosen. */
export function readerMenu(): object {
  return {
    type: 'static_select',
    options: summaryReaders.map((reader) => formOption(reader, readerNames[reader])),
    initial_option: formOption(usualSummary.reader, readerNames[usualSummary.reader]),
  };
}
