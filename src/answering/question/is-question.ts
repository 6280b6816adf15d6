const letters = /\p{L}{2,}|\p{N}/gu;
const smallTalk = new RegExp(
  `^(?:${[
    '(?:hi|hello|hey|hiya|howdy|greetings|welcome)(?: (?:there|all|team|everyone|concord|again))*',
    'good (?:morning|afternoon|evening|day)(?: (?:all|team|everyone|concord))*',
    '(?:many |no )?thanks?(?: (?:you|a lot|so much|very much|again|everyone|all|for (?:that|this|your help|the help)))*',
    '(?:cheers|ta|great|perfect|brilliant|excellent|lovely|ok|okay|fine|cool|nice|wow|got it|i see|understood|noted|never ?mind|sorry|oops|bye|goodbye|see you|yes|no|yep|nope|please|test|testing|ping|lol|help|stop)',
    "(?:that'?s|that is|this is) (?:great|fine|helpful|useful|all|it|ok|okay|perfect|brilliant)",
    "(?:how are you|how'?s it going|what'?s up|who are you|what are you|are you (?:there|a bot|human))(?: (?:today|doing))*",
  ].join('|')})$`,
  'iu',
);

/**
 * Whether a message can be looked up at all: neither empty nor only signs or a greeting, thanks
 * or other small talk.
 */
export function isQuestion(text: string): boolean {
  const withoutMarks = text
    .replace(/<[^>]*>|:[a-z0-9_+-]+:/gi, ' ')
    .replace(/\[(?:email address|NHS number|telephone number|postcode|date of birth)\]/g, ' ');
  if (withoutMarks.match(letters) === null) return false;
  const sayings = withoutMarks
    .split(/[.!?,;\n]+/)
    .map((part) =>
      part
        .replace(/[^\p{L}\p{N}'\u2019 ]+/gu, ' ')
        .replaceAll('\u2019', "'")
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((part) => part !== '');
  return !sayings.every((part) => smallTalk.test(part));
}
