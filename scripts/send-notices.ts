/**
 * A process of the benchmark of notices, in a file of its own because it is started again and again.
 * Takes its settings as JSON, and prints a line when it is at work.
 */
import { enableCompileCache, flushCompileCache } from 'node:module';

enableCompileCache();
const { noticesSenderSchema, runNoticesSender } = await import('../src/compose-notices-sender.ts');
await runNoticesSender(noticesSenderSchema.parse(JSON.parse(process.argv[2] ?? '{}')));
// Written at the end of a process otherwise, which being killed leaves no time for.
flushCompileCache();
process.stdout.write('at work\n');
