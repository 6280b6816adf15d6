const centralDirectoryEntry = 0x02014b50;
const endOfCentralDirectory = 0x06054b50;

/**
 * Sets the time of every entry of a ZIP archive, which writers take from the clock, so that the
 * same content gives the same bytes. Offsets are those of APPNOTE.TXT 6.3.10, sections 4.3.7,
 * 4.3.12 and 4.3.16; archives with a comment or of ZIP64 are refused.
 *
 * @throws {Error} when the archive is not of that plain form.
 */
export function fixZipTimes(archive: Buffer, date: Date): Buffer {
  const fixed = Buffer.from(archive);
  const end = fixed.length - 22;
  if (end < 0 || fixed.readUInt32LE(end) !== endOfCentralDirectory) {
    throw new Error('expected a ZIP archive that ends with its directory and no comment');
  }
  const { day, time } = dosTime(date);
  const entries = fixed.readUInt16LE(end + 10);
  let entry = fixed.readUInt32LE(end + 16);
  for (let index = 0; index < entries; index += 1) {
    if (fixed.readUInt32LE(entry) !== centralDirectoryEntry) {
      throw new Error(`expected entry ${index} of the ZIP directory at byte ${entry}`);
    }
    const local = fixed.readUInt32LE(entry + 42);
    fixed.writeUInt16LE(time, entry + 12);
    fixed.writeUInt16LE(day, entry + 14);
    fixed.writeUInt16LE(time, local + 10);
    fixed.writeUInt16LE(day, local + 12);
    entry +=
      46 +
      fixed.readUInt16LE(entry + 28) +
      fixed.readUInt16LE(entry + 30) +
      fixed.readUInt16LE(entry + 32);
  }
  return fixed;
}

/** MS-DOS date and time, which count from 1980 in steps of two seconds. */
function dosTime(date: Date): { day: number; time: number } {
  const day =
    ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  const time =
    (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  return { day, time };
}
