const utf8 = { name: 'utf-8' };

/**
 * Bytes as text: byte order mark first, then UTF-16 without one (recognised by its zero bytes), then
 * what the content declares (`declared`), then UTF-8 if it is valid, else Windows-1252, of which
 * Latin-1 is a part.
 *
 * @param declared - Name of an encoding as HTML knows it, for example `shift_jis`.
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const encoding = markedEncoding(bytes) ?? zeroByteEncoding(bytes) ?? declaredEncoding(declared);
  if (encoding) return new TextDecoder(encoding).decode(bytes);
  try {
    return new TextDecoder(utf8.name, { fatal: true }).decode(bytes);
  } catch {
    return mostlyUtf8(bytes)
      ? new TextDecoder(utf8.name).decode(bytes)
      : new TextDecoder('windows-1252').decode(bytes);
  }
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return utf8.name;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** Western text in UTF-16 has a zero in nearly every second byte; binary data has them anywhere. */
function zeroByteEncoding(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 1_024);
  if (sample.length < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index += 1) {
    if (sample[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = sample.length / 2;
  if (odd > half * 0.6 && even < half * 0.1) return 'utf-16le';
  if (even > half * 0.6 && odd < half * 0.1) return 'utf-16be';
  return undefined;
}

function declaredEncoding(declared: string | undefined): string | undefined {
  if (!declared) return undefined;
  try {
    const { encoding } = new TextDecoder(declared.trim());
    // A declaration in readable ASCII cannot be true when it says UTF-16; HTML takes it as UTF-8.
    return encoding.startsWith('utf-16') || encoding === utf8.name ? undefined : encoding;
  } catch {
    return undefined;
  }
}

/** A stray bad byte in long UTF-8 text is damage, not another encoding. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder(utf8.name).decode(bytes);
  const bad = text.match(/\ufffd/g)?.length ?? 0;
  const good = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  return bad * 4 < good;
}
