const data = /<<(?<label>[^\n]*) [0-9a-f]{12}>>\n(?<text>[\s\S]*?)\n<<end [0-9a-f]{12}>>/g;

const recommends = /\b(?:recommend|should)\b/i;
const limits = /\b(?:limitations?|caution)\b/i;
const hospitals = /\bhospitals?\b/i;

interface Said {
  text: string;
  from?: string[];
  item?: string;
  importance?: number;
  quotes?: { passage: string; quote: string }[];
}

/**
 * What a model would say that does as it is told: of a section, one sentence of each passage, word for
 * word, those with figures as the most important; of claims of sections, those with the
 * highest importance as they stand. Null for prompts of another kind.
 *
 * @param most claims of a section.
 */
export function faithfulSummary(prompt: string, most = 8): string | null {
  const pieces = [...prompt.matchAll(data)].map(({ groups }) => ({
    id: /^[PC]\d+/.exec(groups?.label ?? '')?.[0] ?? null,
    label: groups?.label ?? '',
    text: groups?.text ?? '',
  }));
  const passages = pieces.filter(({ id }) => id?.startsWith('P') === true);
  const claims = pieces.filter(({ id }) => id?.startsWith('C') === true);
  if (/You write a summary/.test(prompt)) return JSON.stringify({ claims: merged(claims) });
  if (!/You summarise publications/.test(prompt)) return null;
  const said = passages.flatMap(({ id, text }) => {
    const sentence = bestSentence(text);
    return sentence === null || id === null ? [] : [ofSentence(id, sentence)];
  });
  return JSON.stringify({ claims: said.slice(0, most) });
}

function bestSentence(text: string): string | null {
  const sentences = text
    .split(/\n+|(?<=[.!?])\s+/)
    .map((sentence) => sentence.trim())
    .filter((each) => /^[A-Z].*[a-z0-9]\.$/s.test(each) && each.split(/\s+/).length >= 8);
  const short = sentences.filter((each) => each.split(/\s+/).length <= 30);
  const worth = (each: string): number => (/\d/.test(each) ? 1_000 : 0) + each.length;
  return short.sort((one, other) => worth(other) - worth(one))[0] ?? null;
}

function ofSentence(passage: string, sentence: string): Said {
  const item = recommends.test(sentence)
    ? 'recommendations'
    : limits.test(sentence)
      ? 'limits'
      : hospitals.test(sentence)
        ? 'secondary-care'
        : 'findings';
  const importance = /\d/.test(sentence) ? 3 : 2;
  const text = sentence.replace(/^We(?= )/, 'The authors');
  return { text, item, importance, quotes: [{ passage, quote: sentence }] };
}

function merged(claims: readonly { id: string | null; label: string; text: string }[]): Said[] {
  const rank = (label: string): number => Number(/importance (\d)/.exec(label)?.[1] ?? 0);
  return claims
    .toSorted((one, other) => rank(other.label) - rank(one.label))
    .slice(0, 8)
    .map(({ id, text }) => ({ text: text.split('\n')[0] ?? '', from: [id ?? ''] }));
}
