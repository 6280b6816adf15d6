import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

const chunkBytes = 8 * 1_024 * 1_024;

/** CRC-32 of a file's bytes; null when it cannot be read. */
export async function checksumOfFile(path: string): Promise<number | null> {
  const file = await open(path).catch(() => null);
  if (!file) return null;
  try {
    const chunk = Buffer.alloc(chunkBytes);
    let checksum = 0;
    for (;;) {
      const { bytesRead } = await file.read(chunk, 0, chunkBytes);
      if (bytesRead === 0) return checksum;
      checksum = crc32(chunk.subarray(0, bytesRead), checksum);
    }
  } finally {
    await file.close();
  }
}
