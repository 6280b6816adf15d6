import { CommandFailure, type RegisterCommand } from './command.ts';
import {
  addReportOptions,
  type ReportCommandParts,
  type ReportOptions,
  runReport,
} from './report-command.ts';

/** Adds `brief`. */
export function registerBrief(parts: ReportCommandParts): RegisterCommand {
  return (context) => {
    const command = context.program
      .command('brief')
      .description(
        'list what there is to read on a topic, one quoted sentence each, and what is missing',
      )
      .argument('<topic...>', 'the topic, such as discharge, or falls and housing');
    addReportOptions(command).action((words: string[], options: ReportOptions) => {
      const topic = words.join(' ').trim();
      if (topic === '') throw new CommandFailure('Name a topic.', 2);
      return runReport({ context, parts, options, searches: true }, ({ summaries }, request) =>
        summaries.brief({ ...request, topic }),
      );
    });
  };
}
