/** Waits for Ctrl-C or a polite request to end; a second one ends the process at once. */
export function untilInterrupted(): {
  promise: Promise<'interrupted'>;
  signal: AbortSignal;
  release(): void;
} {
  const controller = new AbortController();
  const { promise, resolve } = Promise.withResolvers<'interrupted'>();
  const interrupt = (): void => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
    resolve('interrupted');
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const name of signals) process.on(name, interrupt);
  return {
    promise,
    signal: controller.signal,
    release: () => {
      for (const name of signals) process.off(name, interrupt);
    },
  };
}
