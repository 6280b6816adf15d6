const letterOrDigit = /[\p{L}\p{N}\p{M}]/u;
const beyondAscii = /[^\0-\x7f]/;
const marks = /\p{M}+/gu;
const greekLetter = /[α-ω]/g;

/** The micro sign stands for `u` in units (`µg`), so mu is written like it. */
const greekNames = new Map(
  `α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ u ν nu
  ξ xi ο omicron π pi ρ rho σ sigma ς sigma τ tau υ upsilon φ phi χ chi ψ psi ω omega`
    .split(/\s+(?=[α-ω] )/)
    .map((pair): [string, string] => [pair.slice(0, 1), pair.slice(2)]),
);

/** Per UTF-16 code unit: 0 not looked at yet, 1 part of a word, 2 not. Filled as text comes by. */
const unitClasses = new Uint8Array(65_536);

export function isWordUnit(unit: number): boolean {
  const known = unitClasses[unit];
  if (known !== 0) return known === 1;
  // Surrogates count as letters: a pair must not be cut, and what lies there is seldom punctuation.
  const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
  const isWord = isSurrogate || letterOrDigit.test(String.fromCharCode(unit));
  unitClasses[unit] = isWord ? 1 : 2;
  return isWord;
}

/**
 * Lower case; without accents, soft hyphens and compatibility forms (ligatures, full-width letters,
 * superscript digits); Greek letters by name, as they are often written (`IFN-γ`, `IFN-gamma`).
 */
export function toPlainText(text: string): string {
  if (!beyondAscii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(marks, '')
    .replaceAll('\u00ad', '')
    .toLowerCase()
    .replace(greekLetter, (letter) => greekNames.get(letter) ?? letter);
}
