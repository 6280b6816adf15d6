/** Begins a sentence or an order within it: nobody orders in the middle of `staff who ignore …`. */
const starts =
  "(?:^|[.!?:;,\\n\"'(\\[\\u2022*#>-]\\s*|\\b(?:please|now|must|should|shall|and|then|to|you|just|also|immediately|first|do not|don't)\\s)";
/** Verbs where they begin an order: looked for first, since few texts hold them. */
const ordering = (verbs: string): string => `\\b(?:${verbs})(?<=${starts}(?:${verbs}))`;
const machine =
  '(?:ai|a\\.i\\.|llms?|gpt(?:-?\\d\\w*)?|chatgpt|chatbots?|(?:large )?language models?|(?:ai|virtual|digital|chat|automated) (?:assistants?|agents?|models?|systems?|bots?|tools?))';
const earlier =
  '(?:previous|prior|above|preceding|earlier|foregoing|former|initial|original|existing|system|default|given|other|past)';
const orders = '(?:instructions?|prompts?|directives?|commands?|system messages?|programming)';
const reply = '(?:response|reply|answer|output|message|summary|text|completion)';

const pattern = (...parts: string[]): RegExp => new RegExp(parts.join(''), 'u');

/**
 * What an order to a language model looks like in any text: it takes back earlier instructions, gives
 * a new role, asks for the prompt, dictates the form of the reply, asks to keep something from the
 * user, or imitates the marks between messages. Guidance for people says none of this, though it is
 * full of `you should` and `do not tell the patient`.
 *
 * Applied to text in its plain form and small letters, see `findOrders`.
 */
export const orderPatterns: readonly RegExp[] = [
  // Earlier instructions taken back.
  pattern(
    `${ordering("ignore|disregard|forget|override|overrule|bypass|discard|abandon|neglect|skip|set aside|put aside|pay no (?:attention|heed) to|stop (?:following|obeying)|do not (?:follow|obey)|don't (?:follow|obey)")}\\b[^.!?\\n]{0,30}?\\b(?:(?:all|any|every|your|these|those|the|my|of)\\s){0,3}(?:(?:${earlier}|all|your)(?: (?:and|or) ${earlier})?\\s(?:\\p{L}+\\s)?${orders}|${orders}\\s(?:above|before|given|so far|you (?:were|have|had|got|received)))\\b`,
  ),
  pattern(
    `${ordering('ignore|disregard|forget')}\\s(?:everything|anything|all|what(?:ever)?)\\b[^.!?\\n]{0,20}\\b(?:above|before(?: this)?|you (?:were|have been|know|learned)|so far|previously|told)\\b`,
  ),
  pattern(
    `${ordering('ignore|disregard|forget|override|bypass|break')}\\s(?:\\p{L}+\\s){0,3}your\\s(?:\\p{L}+\\s){0,2}(?:rules|guidelines|training|restrictions|constraints|safety|filters|limits|limitations|policies|programming|role|task)\\b`,
  ),
  pattern(
    `${ordering('ignore|disregard|forget')}\\s(?:all\\s|any\\s)?(?:the\\s)?(?:${earlier}|all)\\s(?:rules|context|text|messages?|content|conversation|questions?|tasks?)\\b`,
  ),
  // New ones.
  pattern(
    `\\b(?:new|updated|real|actual|secret|hidden|additional|special|urgent|important)\\s(?:system\\s)?(?:instructions?|prompt|directives?|task)\\s?(?:for (?:you|the ${machine}|${machine}))?\\s?:`,
  ),
  pattern(
    `\\b(?:your|the) (?:new|real|true|actual|only) (?:instructions?|task|objective|goal|directive|mission) (?:is|are)\\b`,
  ),
  pattern(
    `\\bfrom (?:now on|this point(?: on(?:wards?)?)?|here on)\\b[^.!?\\n]{0,40}\\b(?:you|respond|reply|answer|always|speak|act|output|begin every|end every|every ${reply})\\b`,
  ),
  // Another role.
  pattern(
    `\\byou are (?:now|no longer|from now on) (?:an? |the |in |my |called |named |acting|free|allowed|unrestricted|connected|operating|dan\\b)`,
  ),
  pattern(
    `\\byou are (?:an? |the |my )(?:\\p{L}+ ){0,3}(?:${machine}|assistant that|helpful assistant|hacker|jailbroken|unrestricted|uncensored|unfiltered)\\b`,
  ),
  pattern(
    `${ordering('act|behave|respond|reply|answer|speak|write')} as (?:if you (?:are|were)|though you (?:are|were)|an? (?:\\p{L}+ ){0,3}(?:${machine}|assistant|administrator|admin|hacker|developer|pirate|terminal|expert|character|persona|interpreter|translator|poet|salesman|comedian))\\b`,
  ),
  pattern(
    `${ordering('pretend|imagine|role-?play|simulate')}\\s(?:(?:that )?(?:you(?:'re| are| were| have)|to be)|as|being)\\b`,
  ),
  pattern(
    `\\b(?:developer|debug|god|jailbreak|dan|unrestricted|maintenance|sudo|root|admin(?:istrator)?) mode\\b`,
  ),
  pattern(
    `\\bas an? (?:ai|llm|(?:large )?language model|ai (?:assistant|model))\\b[^.!?\\n]{0,30}\\b(?:you|your|i)\\b`,
  ),
  // The prompt.
  pattern(
    `\\b(?:system prompt|system (?:messages?|instructions?)|(?:hidden|initial|secret|developer) (?:prompts?|messages?|instructions?))\\b`,
  ),
  pattern(
    `${ordering('reveal|print|output|repeat|show|display|leak|disclose|recite|dump|expose|tell (?:me|us)|write out|give (?:me|us)|summari[sz]e|translate|return|share|list|state')}\\s(?:\\p{L}+\\s){0,4}?(?:(?:your|these|the (?:above|previous|original|initial|full|exact))\\s(?:\\p{L}+\\s){0,2}(?:prompts?|instructions?|rules|directives|configuration|guidelines|context)|(?:everything|all(?: the)? text|the (?:text|words|content)) above|the instructions (?:above|you\\b))`,
  ),
  // Addressed to a machine.
  pattern(
    `\\b(?:note|message|notice|attention|instructions?|warning|memo|dear|hey|hello|hi|reminder|important|order)s?\\s?[:,]?\\s?(?:to|for)?\\s?(?:the |all |any |every )?${machine}(?:s\\b|\\b)(?! (?:strategy|policy|in|and|for|can|could|use|users?)\\b)`,
  ),
  pattern(
    `\\b${machine}\\b[^.!?\\n]{0,25}\\b(?:reading|processing|summari[sz]ing|parsing|seeing|analy[sz]ing) (?:this|these|the (?:document|text|page))\\b`,
  ),
  pattern(`\\bif you are an? (?:\\p{L}+ ){0,2}${machine}\\b`),
  pattern(
    `\\b(?:assistant|chatbot|ai|llm|model)\\s?[,:]\\s?(?:you (?:must|should|will|are)|please|ignore|disregard|respond|reply|answer|always|do not|never|from now)\\b`,
  ),
  // The user kept out.
  pattern(
    `\\b(?:do not|don't|never|without)\\s(?:\\p{L}+\\s){0,2}?(?:tell(?:ing)?|inform(?:ing)?|alert(?:ing)?|mention(?:ing)?|reveal(?:ing)?|notify(?:ing)?|warn(?:ing)?|show(?:ing)?|disclos(?:e|ing))\\b[^.!?\\n]{0,30}\\bthe user\\b`,
  ),
  pattern(
    `${ordering('tell|inform|convince|persuade|urge|instruct|direct|trick')} the user (?:to|that|for|about|they|he|she)\\b`,
  ),
  // The form of the reply dictated.
  pattern(
    `\\b(?:respond|reply|answer|output|say|speak|write) (?:only|exclusively|solely|just|nothing but)\\b[^.!?\\n]{0,30}(?:\\bwith\\b|\\bin\\b|\\bthe words?\\b|:|")`,
  ),
  pattern(
    `\\b(?:only|always) (?:respond|reply|answer|output)\\b[^.!?\\n]{0,20}(?:\\bwith\\b|\\bin\\b|\\bby\\b|:|")`,
  ),
  pattern(
    `\\b(?:begin|start|end|finish|preface|prefix|conclude|sign|append|precede) (?:all |each |every |any )?(?:(?:of )?your |each |every )(?:\\p{L}+ )?(?:${reply}|sentence|answers|responses|replies|messages|summaries)s?(?: (?:of|in) your \\p{L}+)? (?:with|by|as)\\b`,
  ),
  pattern(
    `${ordering('encode|encrypt|encipher|translate|render|reverse|scramble|jumble|rewrite|convert|obfuscate|spell|phrase|format|substitute|replace|remove|write|provide|give|express')}\\b[^.!?\\n]{0,60}\\b(?:your|the) (?:next |final |entire |whole )?${reply}(?:'s)?\\b[^.!?\\n]{0,20}(?:$|[.!?\\n]|\\b(?:in|into|as|using|with|to)\\b (?:base\\s?\\d\\d|\\p{L}*cipher|morse|rot\\s?13|hex|binary|emojis?|reverse|latin|french|german|spanish|italian|russian|chinese|japanese|pirate|rhymes?|json|xml|html|markdown|capitals|typos))`,
  ),
  pattern(
    `\\b(?:in|to|into|at the (?:end|start|beginning|top|bottom) of|within) your (?:next |final )?(?:response|reply|answer|output|completion|summary)\\b[^.!?\\n]{0,40}\\b(?:add|include|mention|insert|append|suggest|say|state|write|recommend|link|claim)\\b(?! (?:your|the name|any|evidence|details|contact))`,
  ),
  pattern(
    `${ordering('add|include|insert|append|integrate|embed|place|put|weave|slip|work')}\\b(?! (?:your|the names?|any|all|evidence|details|contact|relevant|supporting|copies)\\b)[^.!?\\n]{0,100}\\b(?:in|into|to|at the (?:end|start|beginning) of|within) your (?:next |final )?(?:response|reply|answer|output|completion|summary)\\b(?! (?:to|form|by)\\b)`,
  ),
  pattern(
    `\\b(?:base\\s?(?:16|32|58|64)|rot\\s?13|\\p{L}* ?substitution cipher|morse code|caesar cipher)\\b[^.!?\\n]{0,60}\\b(?:decode|encode|response|reply|answer|message|instructions?|output|follow|execute)|\\b(?:decode|execute|follow|run)\\b[^.!?\\n]{0,30}\\b(?:base\\s?64|rot\\s?13|hex)\\b`,
  ),
  pattern(
    `${ordering('modify|enhance|augment|adjust|alter|embellish|spice up|pad|lace|season|extend|expand|shorten|compose|craft|tailor|limit|restrict')} (?:all )?your (?:next |final |entire |whole )?(?:response|reply|answer|output|message)s?\\b`,
  ),
  pattern(
    `${ordering('use|introduce|remove|delete|combine|jumble|mix|swap|invert|mirror|capitali[sz]e|drop|double|repeat|represent|render|display|deliver|make|put|turn')}\\b[^.!?\\n]{0,60}\\b(?:in |from |of |for |to )?your (?:next |final |entire |whole )?(?:response|reply|answer|output|message)\\b(?! (?:to|by|form|before)\\b)`,
  ),
  pattern(
    `\\b(?:provide|give|write|deliver|present) your (?:response|reply|answer|output|message) (?:in |using |without |with )(?:intentional|random|reverse|only|any|all|no|an?agram|emoji|symbols?|\\p{L}*graph|alphanumeric|homophon|rhym|verse)`,
  ),
  // Code to be put into what somebody writes.
  pattern(
    '\\b(?:following|below|subsequent|above|next|this|attached) (?:piece of )?code (?:snippet|block|excerpt|section|fragment|segment|sample)s?\\b',
  ),
  // Tools.
  pattern(
    `${ordering('call|invoke|use|run|execute|trigger')}\\s(?:the |a |your )(?:\\p{L}+[_ ]){0,3}(?:tool|function|api|plugin|command line|shell)\\b`,
  ),
  // Marks between messages.
  pattern(
    `<\\|[^|\\n]{1,40}\\|>|\\[/?inst\\]|<</?sys>>|</?(?:system|assistant|instructions?|human|user|prompt|tool_call|function_call|thinking|admin)(?:\\s[^>\\n]{0,40})?>`,
  ),
  pattern(
    `(?:^|\\n)\\s*#{1,6}\\s?(?:system|assistant|instructions?|human|user|new instructions?)\\s?:?\\s*(?=\\n|$)|(?:^|\\n)\\s*#{1,6}\\s?(?:system|assistant|instructions?)\\s?:`,
  ),
  pattern(
    `\\b(?:begin|end|start)[ _-]+(?:of )?(?:the )?(?:system|new|hidden|user)[ _-]+(?:prompt|instructions?|message|input|context)\\b`,
  ),
  /"(?:role|tool|function|tool_calls)"\s*:\s*"/u,
  // The same in other languages: (ignore) … (earlier) … (instructions), in either order.
  /\b(?:ignor(?:e[rz]?|ez)|oublie[rz]?|ne tiens pas compte de)\b[^.!?\n]{0,30}\b(?:instructions?|consignes?|directives?)\b[^.!?\n]{0,12}\b(?:pr\u00e9c\u00e9dent|ant\u00e9rieur|ci-dessus|initial)/u,
  /\b(?:ignoriere?n?|vergiss|vergessen sie|missachten?|beachte nicht)\b[^.!?\n]{0,30}\b(?:vorherigen?|bisherigen?|obigen?|fr\u00fcheren?|alle)\b[^.!?\n]{0,20}\b(?:anweisungen|instruktionen|befehle|vorgaben|regeln)/u,
  /\b(?:ignora|ignore|olvida|olvide|ignorar|esque\u00e7a|dimentica|ignorate)\b[^.!?\n]{0,30}\b(?:instrucciones|instru\u00e7\u00f5es|istruzioni|\u00f3rdenes|ordens)\b/u,
  /\b(?:negeer|vergeet)\b[^.!?\n]{0,30}\b(?:instructies|opdrachten|aanwijzingen)\b|\b(?:zignoruj|ignoruj)\b[^.!?\n]{0,30}\b(?:instrukcje|polecenia)/u,
  /(?:\u0438\u0433\u043d\u043e\u0440\u0438\u0440\u0443\u0439|\u0437\u0430\u0431\u0443\u0434\u044c)[^.!?\n]{0,40}(?:\u0438\u043d\u0441\u0442\u0440\u0443\u043a\u0446|\u0443\u043a\u0430\u0437\u0430\u043d\u0438)|(?:\u5ffd\u7565|\u65e0\u89c6|\u5fd8\u8bb0)[^\u3002\n]{0,12}(?:\u6307\u4ee4|\u6307\u793a|\u63d0\u793a)|\u062a\u062c\u0627\u0647\u0644[^.!?\n]{0,30}\u062a\u0639\u0644\u064a\u0645\u0627\u062a/u,
];

/** The name of a role before what it says, as models are shown messages; applied to text as it is. */
export const rolePattern =
  /(?:^|[\n.!?\]]\s*)(?:SYSTEM|ASSISTANT|System|Assistant|AI)\s?:\s?[\p{L}<]/u;
