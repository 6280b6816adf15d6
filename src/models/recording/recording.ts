import { appendFile, open, readFile, truncate } from 'node:fs/promises';
import { DataSetError } from '../../evaluation/index.ts';
import { type RecordedCall, type RecordingHeader, recordingLineSchema } from './recorded-call.ts';

const expected =
  'a recording of concord eval record: JSON Lines, first what was recorded, then one call a line';

/** What a recording keeps in memory of a call: not the request. */
export type KnownCall = Omit<RecordedCall, 'request'>;

/** Calls to a model, kept in a file. */
export interface Recording {
  readonly path: string;
  /** The last one, which names the prompts as they were at the end; `at` is the first one's. */
  readonly header: RecordingHeader;
  /** Of `callKey`; of several, the last one. Null when there is none. */
  find(key: string): KnownCall | null;
}

export interface OpenRecording extends Recording {
  /** Writes a call down; resolves once it is in the file. */
  add(call: RecordedCall): Promise<void>;
}

/**
 * Reads a recording.
 *
 * @throws {DataSetError} naming file, line and field.
 */
export async function readRecording(path: string): Promise<Recording> {
  return (await load(path)).recording;
}

/**
 * Opens a recording to go on with it, or begins one, which only its owner may read. A last line that
 * was not written to its end is taken away.
 *
 * @param about `at` counts for a new one alone.
 * @throws {DataSetError} when it is of another model, or no recording.
 */
export async function openRecording(
  path: string,
  about: Pick<RecordingHeader, 'at' | 'model' | 'prompts'>,
): Promise<OpenRecording> {
  const begun: RecordingHeader = { kind: 'recording', version: 1, ...about };
  const file = await open(path, 'a', 0o600).catch((cause: unknown) => {
    throw new DataSetError('data-set-missing', `${path} cannot be written`, { expected, cause });
  });
  const isNew = (await file.stat()).size === 0;
  await file.close();
  if (isNew) await append(path, begun);
  const { recording, known, whole } = await load(path);
  const { header } = recording;
  if (header.model !== about.model) {
    throw new DataSetError(
      'data-set-invalid',
      `${path} is a recording of ${header.model}, and CHAT_MODEL is ${about.model}: record to another file`,
    );
  }
  await truncate(path, whole);
  let current = header;
  if (JSON.stringify(header.prompts) !== JSON.stringify(about.prompts)) {
    current = { ...begun, at: header.at };
    await append(path, current);
  }
  /** Lines must not run into each other. */
  let written = Promise.resolve();
  return {
    ...recording,
    header: current,
    add: (call) => {
      known.set(call.key, withoutRequest(call));
      written = written.then(() => append(path, call));
      return written;
    },
  };
}

async function append(path: string, line: RecordingHeader | RecordedCall): Promise<void> {
  await appendFile(path, `${JSON.stringify(line)}\n`);
}

interface Loaded {
  recording: Recording;
  known: Map<string, KnownCall>;
  /** Bytes up to the end of the last whole line. */
  whole: number;
}

async function load(path: string): Promise<Loaded> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new DataSetError('data-set-missing', `${path} cannot be read`, { expected, cause });
  });
  const whole = bytes.lastIndexOf('\n') + 1;
  const known = new Map<string, KnownCall>();
  let header = null as RecordingHeader | null;
  for (const [index, text] of bytes.subarray(0, whole).toString().split('\n').entries()) {
    if (text.trim() === '') continue;
    const line = parseLine(text, `${path}, line ${index + 1}`);
    if (line.kind === 'call') known.set(line.key, withoutRequest(line));
    else header = { ...line, at: header?.at ?? line.at };
  }
  if (header === null) {
    throw new DataSetError('data-set-empty', `${path} holds no recording`, { expected });
  }
  return { recording: { path, header, find: (key) => known.get(key) ?? null }, known, whole };
}

function parseLine(text: string, place: string): RecordingHeader | RecordedCall {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new DataSetError('data-set-invalid', `${place}: not JSON`, { expected });
  }
  const parsed = recordingLineSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new DataSetError('data-set-invalid', `${place}: ${problems.join('; ')}`, { expected });
}

function withoutRequest({ request: _, ...call }: RecordedCall): KnownCall {
  return call;
}
