/**
 * Words that questions in a language can hardly do without, and which English does not use. A word
 * of another language may be here too: it then counts for both.
 */
export const functionWords: Readonly<Record<string, ReadonlySet<string>>> = {
  cs: words(
    'co kdo kde kdy jak jaké jaká jaký kolik proč který která které je jsou není být pro při nebo jako po ze za',
  ),
  cy: words(
    "dw wedi cyn neu ond os hefyd fi chi ni nhw hyn hwn hon angen dydy i o am fy dy mewn heb trwy dros rhwng beth pwy ble pryd sut faint pam oes ydy yw mae mae'r mae'n sy'n sydd yn y yr i'r o'r a'r ar gan wrth gyda cael ein eu ei bod nad ydw ydych a'i",
  ),
  de: words(
    'der das den dem des ein eine einen einem einer und oder ist sind wird werden wer wie wann warum wo welche welcher welches wieviel nicht kein keine für mit nach von zu zum zur bei aus auf im am kann darf muss müssen können wir sie ich haben hat dass als',
  ),
  es: words(
    'qué cuál cuáles quién quiénes cómo cuándo dónde cuánto cuánta cuántos cuántas por que los las una del el la de al en es son está están se su para con sin puede pueden hay debe deben después y o no',
  ),
  fr: words(
    "qu'est-ce quel quelle quels quelles qui quoi comment combien pourquoi où quand le la les un une des du de au aux et ou est sont dans pour avec sans sur par ce cette ces il elle nous vous peut peuvent faut doit après être l'on c'est lui chez n'est",
  ),
  hu: words(
    'mi mit ki nem is meg csak már még ezt azt ennek kik hol mikor hogyan hogy miért mennyi mennyibe melyik milyen az egy és vagy van nincs nem lehet kell után között számára',
  ),
  it: words(
    'che cosa chi come quando dove perché quanto quanta quanti quante quale quali il lo la gli le un una uno di del della dei delle dello degli nel nella al alla è sono e o per con non dopo si può possono deve devono quello questo nei',
  ),
  lt: words(
    'kas koks kokia kokios kokie kada kur kaip kiek kodėl kuris yra ar iš už po ir nėra gali reikia dėl prie su',
  ),
  nl: words(
    'de het een en of is zijn wat wie waar wanneer waarom hoe welke hoeveel voor met van naar bij uit niet geen kan mag moet wordt worden na aan op te dat deze onze',
  ),
  pl: words(
    'co kto gdzie kiedy jak jaki jaka jakie jakich dlaczego ile czy który która które jest są nie się w z na do po od dla za ze przez oraz lub może można być nad przy mamy',
  ),
  pt: words(
    'quê qual quais quem como quando onde quanto quanta quantos quantas porque o os as um uma de do da dos das no na nos nas ao à e ou é são está estão se para por com sem não pode podem deve devemos devem depois durante pelo pela pelos pelas',
  ),
  ro: words(
    'ce care cine unde când cum cât câți câte câtă de la în pe cu din pentru și sau este sunt nu se poate pot trebuie un una o unui unei ale al ai lui după fi fără către prin',
  ),
  sk: words(
    'čo kto kde kedy ako aké aká aký koľko prečo ktorý ktorá ktoré je sú nie byť pre pri alebo po zo za',
  ),
  so: words(
    'in ma ahi maxaan laga lagu kale kuwa ayay ayaa buu si waa waxa waxaa maxay maxaa yaa kee imisa goorma halkee xagee sidee sideen ma mas’uul ka ku la loo uu ayuu ay ee oo iyo ama u in aan aad ah waxay kadib marka miyaa leh karaa',
  ),
  sq: words(
    'çfarë cilat cili kush ku kur si sa pse është janë nuk të në e i me për nga dhe ose mund duhet pas',
  ),
  tr: words(
    'ne nedir nelerdir kim kime nerede nasıl neden niçin kaç hangi mi mı mu mü ve veya ile için bir bu şu değil var yok ne kadar sonra önce olan olarak olduktan edilir tarafından',
  ),
  vi: words(
    'gì ai là của và những các được không có trong cho khi sau như thế nào bao nhiêu tại sao một người để với',
  ),
};

/** Letters and signs that say a language, or two at most. */
export const tellingLetters: Readonly<Record<string, RegExp>> = {
  cs: /[\u011b\u0159\u016f]/,
  cy: /[\u0175\u0177]/,
  de: /\u00df/,
  es: /[\u00f1\u00a1\u00bf]/,
  hu: /[\u0151\u0171]/,
  lt: /[\u0117\u012f\u0173]/,
  pl: /[\u0142\u0105\u015b\u017a\u017c\u0144]/,
  pt: /[\u00e3\u00f5]/,
  ro: /[\u0103\u0219\u021b\u0163]/,
  tr: /[\u011f\u0131]/,
  vi: /[\u01a1\u01b0\u1ea0-\u1ef9]/,
};

/** The commonest words of English, with those that open its questions. */
export const englishWords: ReadonlySet<string> = words(
  "the of and to in is are was were be been that this these those it its for on with as by from at or an a not no do does did can could will would should shall may might must have has had what which who whom whose when where why how many much long often soon there their they them we our us you your i my me he his she her one all any some if than then so but about into over after before between under up out only per more most also such what's who's how's where's don't isn't doesn't can't it's is there anyone please tell explain",
);

function words(list: string): ReadonlySet<string> {
  return new Set(list.normalize('NFC').replaceAll('\u2019', "'").split(' '));
}
