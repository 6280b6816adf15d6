import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { AssistantProcessSettings } from './assistant-process.ts';

const script = join(import.meta.dirname, 'assistant-process.ts');

/** Runs the assistant as a process, again and again. */
export class KillableAssistant {
  readonly #settings: AssistantProcessSettings;
  readonly #compileCache: string;
  #process: ChildProcess | null = null;
  #errors = '';
  kills = 0;

  /** @param compileCache folder in which compiled code is kept between lives. */
  constructor(settings: AssistantProcessSettings, compileCache: string) {
    this.#settings = settings;
    this.#compileCache = compileCache;
  }

  /**
   * Starts it; the promise resolves once it listens to Slack, or rejects when it ends before. It does
   * not outlive the test that starts it, however that ends.
   */
  start(): Promise<void> {
    onTestFinished(() => this.kill());
    const child = spawn(process.execPath, [script, JSON.stringify(this.#settings)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      // Each life would otherwise spend most of its time on compiling the same files.
      env: { ...process.env, NODE_COMPILE_CACHE: this.#compileCache },
    });
    this.#process = child;
    child.stderr.on('data', (chunk: Buffer) => {
      this.#errors += chunk.toString();
    });
    return new Promise((resolve, reject) => {
      child.stdout.once('data', () => resolve());
      child.once('exit', () => reject(new Error(`the assistant ended: ${this.#errors}`)));
    });
  }

  /** Ends it at once, wherever it is. */
  async kill(): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    this.kills += 1;
  }

  /** What it wrote to its standard error, which should be nothing. */
  get errors(): string {
    return this.#errors;
  }
}
