import { redactIdentifiers } from '../../answering/index.ts';
import { createAnalyser } from '../../retrieval/index.ts';

/** What a briefing is to be about. */
export interface Topic {
  /** As it was typed, identifiers of people taken out; empty when no word of it says anything. */
  text: string;
  /** What is looked up: the text without what stands for an identifier. */
  query: string;
  /**
   * What it is made of: `falls` and `housing` of `falls and housing`. At least two, or none. They
   * may still be one name, such as `advice and guidance`: only the library can tell.
   */
  parts: string[];
}

const mostCharacters = 300;
const mostParts = 4;
const ends = /^[\s"'\u2018\u2019\u201c\u201d]+|[\s.?!:"'\u2018\u2019\u201c\u201d]+$/g;
const opening =
  /^(?:the )?(?:(?:topics?|subjects?|themes?|questions?|issues?|matters?) of|(?:all |everything )?(?:about|on))\s+/i;
const between = /\s*(?:[,;/&+]|\s(?:and|or|plus|versus|vs\.?)\s)\s*(?:(?:and|or)\s+)?/i;
const placeholder = /\[(?:email address|NHS number|telephone number|postcode|date of birth)\]/g;
const article = /^(?:an?|the|our|their)\s+/i;

const analyser = createAnalyser();
const saysSomething = (text: string): boolean => analyser.terms(text).length > 0;

/** Reads a topic as somebody typed it. */
export function readTopic(typed: string): Topic {
  const text = redactIdentifiers(typed.slice(0, mostCharacters).toWellFormed())
    .text.replace(/\s+/g, ' ')
    .replace(ends, '')
    .replace(opening, '');
  const query = text.replace(placeholder, ' ').replace(/\s+/g, ' ').trim();
  if (!saysSomething(query)) return { text: '', query: '', parts: [] };
  const parts = query
    .split(between)
    .map((part) => part.trim().replace(article, ''))
    .filter((part) => part !== '');
  const isComposite = parts.length > 1 && parts.length <= mostParts && parts.every(saysSomething);
  return { text, query, parts: isComposite ? parts : [] };
}
