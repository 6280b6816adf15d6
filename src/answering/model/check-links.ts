import type { CheckedClaim } from './claim-check.ts';
import { excerpt } from './excerpt.ts';
import type { ClaimFailure } from './verified-claim.ts';

/** Dots of other scripts that addresses may be written with (UTS #46). */
const otherDots = /[\u3002\uff0e\uff61]/g;

/**
 * What Slack, a browser or a reader could take for a link, a mention or a citation. Rather too much
 * than too little: nothing of this kind has a place in a statement, and all links that are shown
 * come with publications.
 */
const forbidden: readonly RegExp[] = [
  /\b[a-z][a-z0-9+.-]{0,19}:\/\/?\S*/iu,
  /\b(?:mailto|tel|sms|javascript|data|file|slack):\S+/iu,
  // A host name, with or without `www.`: a dot between letters, no space.
  /[\p{L}\p{N}_-]{1,63}\.\p{L}{2,24}(?![\p{L}\p{N}])/u,
  // The same in disguise: `evil[.]com`, `evil (dot) com`, `evil . com`, `hxxps`, punycode.
  /[\p{L}\p{N}]\s?[[({]\s?(?:\.|dot|d0t|punkt|point)\s?[\])}]\s?\p{L}/iu,
  /[\p{L}\p{N}-]+\s(?:\.\s?|dot\s)(?:com|org|net|info|co|io|uk|eu|us|de|fr|ru|cn|app|dev|xyz|example|onion|biz|online|site|shop|top)\b/iu,
  /\bh(?:tt|xx|\*\*)ps?\b/iu,
  /\bxn--[\p{L}\p{N}-]+/iu,
  // Addresses of machines, with or without a port; paragraphs are not numbered so deep.
  /(?<![\p{N}.])(?:\d{1,3}\.){3}\d{1,3}(?![\p{N}.]\d)/u,
  /(?:\b[\da-f]{1,4}:){3,7}[\da-f]{1,4}\b|\b[\da-f]{1,4}::[\da-f]{1,4}\b/iu,
  /\blocalhost\b/iu,
  // Addresses of people and mentions; Slack's own are `<@…>`, `<!…>`, `<#…>`.
  /\S{0,30}@\S{0,30}/u,
  // `<` may stand before an amount (`<5%`), and begin nothing else.
  /<(?!\s?=?\s?[\d.\u00a3$\u20ac]).{0,30}/u,
  /<[^>]{0,60}[|>]/u,
  /&(?:lt|gt|amp|quot|#\d{1,6}|#x[\da-f]{1,6});/iu,
  /!(?:here|channel|everyone|subteam|date)\b/iu,
  /(?<![\p{L}\p{N}])#\p{L}[\p{L}\p{N}_-]{0,30}/u,
  /^>/u,
  // Links and images of Markdown, and marks that pass for citations.
  /\][([]/u,
  /\[\s?P?\d{1,3}\s?\]/iu,
];

/**
 * Two sentences without the space between them (`admission.The`), which is no host name: words that
 * begin sentences and are no top-level domain.
 */
const missingSpace =
  /(?<=\p{Ll}{2})\.(?=(?:The|This|That|These|Those|They|Their|There|Then|When|Where|While|With|Without|Within|What|Which|Who|Every|Each|Both|Most|Some|Many|Several|After|Before|During|Since|Because|But|And|For|From|Although|However|Patients|People|Staff|Carers|Practices|Nobody|None|Not|Under|Until|Unless|Its|His|Her|Our|She|Only|Other|Others|Such|Same|Also|Thus|Despite)(?![\p{L}\p{N}.@/:_-]))/gu;

/** Whether a claim holds a link, an e-mail address, a mention, or marks that could become one. */
export function checkLinks({ text }: CheckedClaim): ClaimFailure | null {
  const plain = text.normalize('NFKC').replace(otherDots, '.').replace(missingSpace, '. ');
  for (const pattern of forbidden) {
    const found = pattern.exec(plain);
    if (found !== null) {
      return {
        code: 'link-or-mention',
        problem: `The claim may hold no link, address, mention, markup or citation mark: leave out ${excerpt(found[0])}.`,
      };
    }
  }
  return null;
}
