import { cleanText } from './clean-text.ts';

/**
 * The address of an original as it may be linked to: exactly as the publication has it, or null
 * where it is no plain http(s) address.
 */
export function plainAddress(address: string | null): string | null {
  if (address === null || !/^https?:\/\/[^\s<>|"\\`@]+$/i.test(address)) return null;
  return cleanText(address) === address && URL.canParse(address) ? address : null;
}
