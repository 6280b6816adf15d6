import type { RegisterCommand } from './command.ts';
import { addEvalAnswers } from './eval-answers.ts';
import { addEvalCompare } from './eval-compare.ts';
import { addEvalExport } from './eval-export.ts';
import { addEvalGolden } from './eval-golden.ts';
import { addEvalInjection } from './eval-injection.ts';
import { addEvalRecord } from './eval-record.ts';
import { addEvalRetrieval } from './eval-retrieval.ts';
import { addEvalSummaries } from './eval-summaries.ts';

/** `concord eval …`: measures retrieval, answers and summaries on data sets, in a library of their own. */
export const registerEval: RegisterCommand = (context) => {
  const parent = context.program
    .command('eval')
    .description('measure retrieval, answers and summaries, in a temporary library');
  addEvalRetrieval(parent, context);
  addEvalAnswers(parent, context);
  addEvalGolden(parent, context);
  addEvalSummaries(parent, context);
  addEvalInjection(parent, context);
  addEvalRecord(parent, context);
  addEvalCompare(parent, context);
  addEvalExport(parent, context);
};
