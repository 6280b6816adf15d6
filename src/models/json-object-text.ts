const thinking = /^\s*<think>/;
const thinkingEnd = '</think>';

/**
 * Cuts the one JSON object out of what a model streams: models that are asked for JSON in words
 * alone like to think aloud before it (`<think>…</think>`), to introduce it and to fence it off.
 * What is inside the object is passed on as it is, right or wrong.
 */
export class JsonObjectText {
  /** What came before the object, until it begins. */
  #before = '';
  #depth = 0;
  #isInString = false;
  #isEscaped = false;
  #state: 'before' | 'inside' | 'after' = 'before';

  /** Takes more of the output; returns what of it belongs to the object, possibly nothing. */
  take(text: string): string {
    if (this.#state === 'after') return '';
    if (this.#state === 'inside') return this.#inside(text);
    this.#before += text;
    const start = this.#start();
    if (start < 0) return '';
    const rest = this.#before.slice(start);
    this.#before = '';
    this.#state = 'inside';
    return this.#inside(rest);
  }

  #start(): number {
    // The tag may arrive in pieces, and no object begins with `<`.
    if (!thinking.test(this.#before)) return this.#before.indexOf('{');
    const end = this.#before.indexOf(thinkingEnd);
    return end < 0 ? -1 : this.#before.indexOf('{', end);
  }

  #inside(text: string): string {
    for (let at = 0; at < text.length; at += 1) {
      this.#step(text.charAt(at));
      if (this.#depth > 0) continue;
      this.#state = 'after';
      return text.slice(0, at + 1);
    }
    return text;
  }

  #step(character: string): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (this.#isInString && character === '\\') this.#isEscaped = true;
    else if (character === '"') this.#isInString = !this.#isInString;
    else if (this.#isInString) return;
    else if (character === '{') this.#depth += 1;
    else if (character === '}') this.#depth -= 1;
  }
}
