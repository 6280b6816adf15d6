import type { Candidate } from './candidate.ts';

/** A claim to be: its candidate, with the places in the text that it quotes. */
export interface ChosenClaim {
  candidate: Candidate;
  ranges: Candidate['ranges'];
}
