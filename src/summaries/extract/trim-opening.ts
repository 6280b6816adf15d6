/** `In this paper,` and `To address this gap,`: where or why it is said, which a summary does not need. */
const opening =
  /^(?:here,?|(?:in|with|through|throughout) (?:this|the present|our) (?:[\p{L}-]+ ){0,2}?(?:paper|work|study|article|report|review|note|essay|thesis|contribution|document|publication|context|setting|regard|respect|way|direction),?|to (?:this|that) end,?|to (?:do|achieve|address|solve|alleviate|tackle|overcome|resolve|mitigate|remedy|fill|bridge|close|meet|answer|combat|avoid|handle|counter|reduce|remove|deal with|cope with) (?:this|these|that|those|the above|such|so)\b[^,;:.]{0,60},|(?:motivated|inspired|encouraged|guided) by (?:this|these|that|those|the above)\b[^,;:.]{0,60},|(?:for|towards) (?:this|that) (?:purpose|goal|aim|reason),?)\s+(?=(?:we|our|I|the authors?)\s)/iu;

/**
 * A sentence without an opening that only ties it to where it stands, when the authors then say what
 * they do: `To this end, we propose …` becomes `we propose …`. What it says stays the same.
 */
export function trimOpening(text: string): string {
  return text.replace(opening, '');
}
