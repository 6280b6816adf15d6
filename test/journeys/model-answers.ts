/** A prompt as the service gets it. */
interface ReceivedPrompt {
  messages: readonly { content?: unknown }[];
}

const passage =
  /<<(?<id>P\d+), [^\n]* (?<marker>[0-9a-f]{12})>>\n(?<text>[\s\S]*?)\n<<end \k<marker>>>/g;

/** The whole text of a prompt. */
export function promptText({ messages }: ReceivedPrompt): string {
  return messages.map(({ content }) => String(content)).join('\n');
}

/** Which prompt it is, as the schema of its output is called. */
export function promptName(request: Record<string, unknown>): string {
  const format = request.response_format as { json_schema?: { name?: string } } | undefined;
  return format?.json_schema?.name ?? '';
}

/** The passage of a prompt that holds a sentence; `P0` when none does. */
function passageWith(prompt: string, sentence: string): string {
  const found = [...prompt.matchAll(passage)].find(({ groups }) =>
    groups?.text?.includes(sentence),
  );
  return found?.groups?.id ?? 'P0';
}

/** An answer in the form asked for, with each sentence as a claim that quotes itself. */
export function honestAnswer(request: ReceivedPrompt, sentences: readonly string[]): string {
  const prompt = promptText(request);
  return JSON.stringify({
    claims: sentences.map((text) => ({
      text,
      quotes: [{ passage: passageWith(prompt, text), quote: text }],
    })),
  });
}
