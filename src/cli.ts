import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { Command, CommanderError } from 'commander';
import { type CommandContext, CommandFailure } from './commands/command.ts';
import { registerCommands } from './commands/index.ts';
import { readConfig } from './config.ts';
import { ConcordError } from './errors.ts';

const done = 0;
const failed = 1;
const wrongUse = 2;

/** LangChain's own settings, with which it would print what people ask, or send it to LangSmith. */
const langChainSettings = /^(?:LANGCHAIN|LANGSMITH)_/;

function createContext(program: Command): CommandContext {
  return {
    program,
    config: () => {
      if (existsSync('.env')) process.loadEnvFile('.env');
      for (const name of Object.keys(process.env)) {
        if (langChainSettings.test(name)) delete process.env[name];
      }
      return readConfig(process.env, process.cwd());
    },
    print: (text) => process.stdout.write(`${text}\n`),
    printJson: (value) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`),
    note: (text) => process.stderr.write(`${text}\n`),
  };
}

const nodeNeeded = 24;

/** What to do on an older Node; null on one that will do. Before Node 22.18 not even this is reached. */
function describeOldNode(version: string): string | null {
  if (Number.parseInt(version, 10) >= nodeNeeded) return null;
  return (
    `Concord needs Node ${nodeNeeded} or later; this is Node ${version}.\n` +
    'Run npm ci, then use the npm scripts (npm start, npm run -s concord -- COMMAND): they bring the right one.'
  );
}

async function run(argv: readonly string[]): Promise<number> {
  const oldNode = describeOldNode(process.versions.node);
  if (oldNode !== null) {
    process.stderr.write(`${oldNode}\n`);
    return failed;
  }
  const program = new Command('concord')
    .description('Answers from your library of papers, with every statement quoted and checked.')
    .showHelpAfterError('(add --help for what is possible)')
    .exitOverride();
  try {
    await registerCommands(createContext(program), argv[0]);
    await program.parseAsync(argv, { from: 'user' });
    return typeof process.exitCode === 'number' ? process.exitCode : done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? done : wrongUse;
    if (error instanceof CommandFailure) {
      process.stderr.write(`${error.message}\n`);
      return error.exitStatus;
    }
    if (error instanceof ConcordError) {
      process.stderr.write(`${error.forPeople}\n(${error.code})\n`);
      return error.code === 'configuration-invalid' ? wrongUse : failed;
    }
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return failed;
  }
}

enableCompileCache();

// `concord … | head` closes the pipe when it has seen enough, which is nobody's failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(done);
  throw error;
});

process.exitCode = await run(process.argv.slice(2));
