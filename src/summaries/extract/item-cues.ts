import { selfNames } from './stands-alone.ts';

const allNames = `${selfNames}|policy|guidance|response|review|plan|statement|analysis|evaluation|inquiry|strategy|framework|notice|consultation|project|programme|trial|survey|audit|protocol|standard|agreement|charter|investigation|research|service|work`;
const self = `(?:(?:this|the present|our|the) (?:\\p{L}+(?:-\\p{L}+)?\\s){0,3}?(?:${allNames})|we|the authors?)`;

/** What a publication is, rather than what it is part of. */
const ownKind =
  'paper|report|study|document|policy|guideline|publication|evaluation|case study|article|page|answer|briefing|statement|digest|standard|guide|handbook';
const tells =
  'describes?|sets? out|examines?|examined|explores?|explains?|presents?|reports?|retells?|replaces?|binds?|applies|covers?|considers?|considered|looks? at|looked at|aims?|aimed|asks?|asked|seeks?|sought|investigates?|investigated|evaluates?|evaluated|assesses|assessed|reviews?|reviewed|summari[sz]es?|sums up|outlines?|provides?|gives|is (?:about|the (?:first|second|third|final)|an?|intended|based)|was (?:commissioned|established|set up|written|asked)|concerns?|deals with|tells|compares?|compared|proposes?|introduces?|focus(?:es|ed)|shows? (?:how|what|why|whether)|defines?|retold';
/** `This report examines …`, `This is the first report of …`: a publication says what it is or does. */
export const saysWhatItIs = new RegExp(
  `^(?:(?:this|the present|our) (?:[\\p{L}\\d-]+\\s){0,3}?(?:${allNames})|the (?:${ownKind}))\\b\\s(?:[^,.;]{0,60}?\\s)?(?:${tells})\\b|^in this (?:${ownKind}),? we\\b|^this is (?:the|an?|our) (?:[\\p{L}\\d-]+\\s){0,4}?(?:${ownKind})\\b`,
  'iu',
);
/** `This paper shows how …`: announces what is found in it, rather than saying it. */
export const announces =
  /^(?:this|the present|our|the) (?:[\p{L}\d-]+\s){0,3}?(?:paper|report|study|article|page|digest|briefing|publication|document)\s(?:shows?|describes?|explains?|tells|considers?|reports?|examines?|looks? at)\s(?:how|what|why|whether|who|which)\b/iu;
/** What was wanted: `The aim was to …`, `We asked whether …`. */
export const saysAim = new RegExp(
  `\\b(?:(?:the |its |our |main |overall |primary |key )+(?:aims?|purpose|objectives?|goals?|question|rationale) (?:(?:of|for) [^,.;]{0,60}? )?(?:was|is|were|are)\\b|${self} (?:also )?(?:aims?|aimed|seeks?|sought|set out|asked|wanted|examine[sd]?|investigate[sd]?|explore[sd]?|assess(?:es|ed)?|evaluate[sd]?|compare[sd]?|study|studied|tested?|develop(?:s|ed)?|introduces?|proposes?|presents?)\\b|was (?:established|set up|commissioned|founded|launched) (?:in|to|by|on)\\b)`,
  'iu',
);
export const saysWhoWrote = new RegExp(
  `\\b(?:this|the|our) (?:\\p{L}+\\s){0,3}?(?:${allNames})\\b[^.;]{0,30}?\\b(?:is|was|were|has been|have been)\\s(?:\\p{L}+ly\\s|jointly\\s)?(?:written|prepared|produced|published|authored|commissioned|funded|led|carried out|conducted|drawn up|issued|compiled|chaired|undertaken|supported)\\b|\\b(?:written|prepared|authored|compiled|drawn up) (?:jointly )?by\\b|\\bpublished (?:these|this|the) [^.]{0,60}\\b(?:19|20)\\d\\d\\b`,
  'iu',
);

/** Asks somebody to do something. */
export const recommends =
  /\b(?:recommends?|recommended that|recommendations? (?:is|are|to|that)|urges?|calls? (?:on|for)|ought to|(?:should|must|shall)(?! (?:have|be (?:noted|interpreted|borne|treated with caution|considered (?:as|with|when))))|needs? to (?:be|do|have|make|take|go|act|work|change|ensure)|further (?:work|research|investigation) (?:is|are) (?:needed|required)|it is (?:essential|vital|crucial|critical|imperative|important) (?:that|to)|we (?:propose|ask|want|invite)|proposes? (?:that|to))\b/i;
/** Says what others ask for. */
export const recommendsOfOthers =
  /\b(?:NICE|WHO|guidance|guidelines?|Act|regulations?|legislation|law|literature|stud(?:y|ies)|NHS England|(?:19|20)\d\d\)?)\s(?:\([^)]*\)\s)?(?:also )?(?:recommends?|recommended|requires?|suggests?|urges?|calls? for)\b|^[Uu]nder the\b[^,.]*\bAct\b|\bstands for\b|\bwas that\b[^.]*\bshould\b|\b(?:stated|said|says that|claimed|argued|told|believes?|warned|wrote|commented)\b[^.]*\b(?:should|must|ought)\b/;
/** Speaks of charts and of the inside of calculations. */
export const isTechnical =
  /\b(?:ensemble|hyper-?parameters?|precision-recall|classifiers?|partial dependence|goodness of fit|residuals?|class imbalance|train(?:ed|ing) (?:set|data|the model)|model(?:'s)? (?:importance|performance|fit|run)|coefficients?|covariates?|R2|AUC|p-values?|prediction(?: accuracy)?|predictors?)\b/i;
/** Tells what was looked at next, before what was seen. */
export const narrates =
  /\bwe (?:then |next |also |first |now |will )*(?:focus(?:s?ed)?|look(?:ed)?|consider(?:ed)?|investigated?|used?|ran|turn(?:ed)?|analy[sz]e|perform|evaluated?|examined?|explored?|wanted|aim(?:ed)?|set out|split|fitted|read|repeat(?:ed)?|tried)\b(?!.*\bwe (?:find|found)\b)|\bwe (?:then|next|now|first) compared?\b|\b(?:was|were) (?:repeated|tried|piloted|trialled)\b|^[^,.;]{0,60}\b(?:tried|piloted|trialled|tested) (?:the|this|it)\b(?!.*\b(?:and|found|fell|rose)\b)/i;
/** What somebody says of it, rather than what was found. */
export const quotesSomebody =
  /["\u201c\u201d]|\b(?:claim(?:s|ed)|alleged|called|commented|argu(?:es|ed)|added)\b/;
/** Asks in the name of the publication, not in somebody else's. */
export const recommendsItself =
  /\b(?:(?:I|we|this (?:first )?(?:report|paper|review|study)|the (?:report|inquiry|review|paper|module \d+ report|authors?|commission|committee|panel|board|alliance|college|society)) (?:\p{L}+ )?(?:recommends?|calls? (?:on|for)|urges?|proposes?|asks?)|recommends? (?:that|fundamental)|(?:future|further) (?:work|research|studies|evaluations?|trials) (?:should|must|needs?|ought)|recommendations? (?:is|are) (?:that|to|as follows))\b/iu;
export const imperative =
  /^(?:agree|adopt|appoint|ask|avoid|begin|build|cap|change|check|choose|collect|commission|consider|create|define|design|develop|do not|don['\u2019]t|draw|embed|encourage|end|engage|ensure|establish|expand|fund|give|hold|identify|improve|include|increase|introduce|invest|involve|keep|let|limit|link|listen|make|measure|monitor|move|name|never|offer|pay|plan|prioriti[sz]e|promote|protect|provide|publish|put|record|reduce|remove|replace|report|require|review|say|set|share|start|stop|strengthen|support|take|test|train|treat|try|update|use|work|write)\b/i;

/** Lays down what is done, by whom and by when. */
export const laysDown =
  /\b(?:must|shall|nobody|no one|never|may (?:only|not)|at (?:most|least)|at once|no (?:later|more|longer) than|within (?:\d+|one|two|three|four|five|six|seven|ten|fourteen) (?:working |calendar )?(?:minutes|hours?|days?|weeks?|months?)|before noon|between \d\d?[:.]\d\d and|on the (?:same )?day|owns?|is responsible|are responsible|is never|are never|is not taken|only when|only to)\b|^(?:every|each|no|all) \p{L}+/iu;

/** Says what a rule is for and whom it binds. */
export const saysScope =
  /^(?:this|the|our) (?:\p{L}+\s){1,3}?(?:applies|covers|binds|replaces|sets out|governs)\b/iu;

/** Says that something was found out. */
export const reportsFinding =
  /\b(?:found|finds|(?<!to )find|finding|show(?:s|ed|n)?|conclud(?:e|es|ed|ing)|reveal(?:s|ed)|demonstrat(?:e|es|ed)|indicat(?:e|es|ed)|suggest(?:s|ed)?|associated with|result(?:s|ed) in|led to|increas(?:e|es|ed)|decreas(?:e|es|ed)|reduc(?:e|es|ed|tion)|improv(?:e|es|ed|ement)|fell|fall|rose|risen|dropped|doubled|halved|grew|higher|lower|fewer|greater|larger|smaller|better|worse|more (?:likely|effective|often|common)|less (?:likely|effective|often|common)|no (?:difference|evidence|effect|change)|did not (?:change|differ|reduce|improve|increase)|significant(?:ly)?|effective|failed|failure|lack(?:s|ed)?|inadequate|insufficient|ill prepared|flaw(?:s|ed)?|gaps?|inequalit(?:y|ies)|disparit(?:y|ies)|outperform(?:s|ed)?|achiev(?:es|ed)|save[sd]?|benefits?)\b/i;
/** Says it in the name of the whole publication. */
export const concludesItself =
  /\b(?:(?:this |the )(?:first )?(?:report|paper|study|review|inquiry|evaluation|analysis|audit|commission|committee|panel|trial|survey)|we|I|authors?)\s(?:\p{L}+\s){0,4}?(?:conclud(?:es?|ed|ing)|found|finds?|shows?|showed|demonstrates?|demonstrated)\b|\b(?:in conclusion|overall|the (?:main|key|central) (?:finding|conclusion|message|result)s?)\b/iu;
/** A share, a sum, a count or a ratio rather than a year or a number of a thing. */
export const holdsFigure =
  /\d(?:[\d,.]*\d)?\s?(?:%|per cent|percent|percentage points?|points?|million|billion|bn|m\b|days?|weeks?|months?|years?|hours?|minutes?|beds?|people|patients|participants|deaths|admissions|visits|referrals|cases|staff|members|practices|trials|studies|times|in \d)|[\u00a3$\u20ac]\s?\d|\b(?:one|two|three|four|five|six|seven|eight|nine) (?:in|out of) (?:two|three|four|five|six|seven|eight|nine|ten|every)\b|\b(?:half|a third|two thirds|a quarter|three quarters|twice|doubled|halved)\b|\b(?:OR|HR|RR|CI|MD|SMD|n)\s?[=:]?\s?\d|\b\d+ (?:of|out of) (?:the )?\d+/i;

/** Says how something was found out. */
export const saysMethod =
  /\b(?:(?:we|were|was|been|I|the (?:team|authors?|inquiry|study|evaluation|researchers|review)) (?:then |also |first |therefore |\p{L}+ly )?(?:compared|analy[sz]ed|surveyed|interviewed|randomi[sz]ed|recruited|matched|searched|collected|followed|linked|modelled|sampled|included|excluded|measured|segmented|tested|extracted|obtained|selected|identified|invited|reviewed|considered|heard|used|examined|calculated|counted|asked|gathered|received|evaluated|recorded|pooled|assigned|allocated|assessed|enrolled|conducted|carried out|performed)|heard (?:evidence|oral)|data (?:sets?|sources?|were|was|from)|datasets?|cohorts?|participants|respondents|interviews?|questionnaires?|focus groups?|case.control|cross-sectional|randomi[sz]ed|controlled trials?|regression|control group|comparison group|before and after|systematic review|literature search|meta-analys[ie]s|qualitative|(?:heard|took|received|gathered|requested|evidence from) [^.]{0,60}\b(?:witness(?:es)?|statements|evidence|submissions|responses|documents|applications)\b|call for evidence|public consultation|sample (?:of|size)|inclusion criteria|statistical(?:ly)?)\b/iu;

/** Says what cannot be concluded, or was not done. */
export const saysLimit =
  /\b(?:limitations?|limited (?:by|to|because|evidence|data|sample|number)|(?:this|which|it) limits|caveats?|caution(?:ed)?|cautiously|uncertain(?:ty|ties)?|could not be (?:measured|assessed|separated|excluded|ruled out|established|determined|generali[sz]ed|collected|compared|removed)|cannot (?:be (?:ruled out|excluded|attributed|generali[sz]ed|compared|concluded|certain|sure|known)|say|tell|remove|show|prove|separate|conclude)|(?:was|were|is|are) not (?:recorded|measured|available|included|collected|randomi[sz]ed|representative|statistically significant|possible to|able to|designed to|known)|(?:did|does|do) not (?:measure|include|record|collect|cover|allow|account for|show whether|say whether|settle|adjust)|small (?:samples?|numbers?|study|studies)|(?:too|very) (?:few|small|low|short) (?:to|for)|no (?:comparison|control) group|biase?s?|biased|confound\w*|generali[sz]ab\w+|missing data|incomplete|not (?:alike|comparable)|compares? (?:one year|before)|no (?:comparison|control)s?\b|under-?estimate[sd]?|over-?estimate[sd]?|(?:low|moderate|poor|suboptimal) (?:quality|certainty)|quality of the evidence|interpreted with|not (?:causal|cause)|causal|by chance|what chance|further (?:research|work|stud(?:y|ies)) (?:is|are|was|were|should|will))\b/i;

const primary =
  '(?:primary care|general practi(?:ce|ces|tioners?)|GPs?|family doctors?|practice nurses?|community pharmac(?:y|ies|ists?)|primary care networks?|PCNs?|(?:the |each |every |all )practices?)';
const secondary =
  '(?:secondary care|hospitals?|acute (?:trusts?|care|sector|providers?)|NHS trusts?|foundation trusts?|hospital (?:doctors?|teams?|staff|consultants?|clinicians?)|consultants?|(?:the |each |every |all )wards?|emergency departments?|A&E)';
const consequence =
  '(?:should|must|shall|will|would|needs?|ha(?:s|ve) to|ought|can|cannot|may|is|are|was|were|fell|rose|saved?|gains?|gained|loses?|lost|acts?|does|do|did|receives?|received|keeps?|sends?|sent|takes?|took|agreed?|pays?|paid|wrote|writes?|owns?|reports?|reported|spent|became|becomes?|gave|gives?|had|holds?)';
/** `GPs should …`, `for general practice`: something follows for a sector, by its name. */
const means = (sector: string): RegExp =>
  new RegExp(
    `^(?:[^,.;:]{0,40},\\s)?(?:the |a |an |each |every |all |most |many |local |some |both |named |responsible |\\p{Lu}\\p{L}+ ){0,2}${sector}(?:['\u2019]s?)?\\s(?:[^,.;:]{0,40}?\\s)?${consequence}\\b|^for (?:the |local |all |each |most )?${sector}\\b|\\b(?:means?|implications?|important|benefits?|difference|workload|costs?|savings?|demands?|consequences?) (?:for|on) (?:the |local |all |each |most )?${sector}\\b`,
    'u',
  );
export const meansForPrimary = means(primary);
export const meansForSecondary = means(secondary);
/** Whether a heading speaks of a sector alone. */
export const headsPrimary = new RegExp(`^(?:for |in )?${primary}$`, 'i');
export const headsSecondary = new RegExp(`^(?:for |in )?${secondary}$`, 'i');
