/** Words that begin a statement about somebody or something, never an instruction. */
const statementStarts = new Set(
	(
		'a an the this that these those it its he she they we you i our your their his her my one all each every both some any no ' +
		'there here must should shall will would may might can could is are was were been has had does did ' +
		'who which whose what responsible responsibility'
	).split(' '),
);

/** Words that put a condition, a time or a place before the instruction: what follows the comma is judged. */
const openers = new Set(
	(
		'if when whenever once after before until unless within on in at by for from with without during upon where while since ' +
		'as first then next finally using per under through to'
	).split(' '),
);

/** Base forms that end like another form of a verb. */
const likeOtherForms = new Set(
	(
		'bring ring sing ping string swing cling fling sling spring sting wring king address assess access pass process press cross discuss dismiss ' +
		'express focus guess miss possess progress stress suppress witness canvas bypass harness obsess need feed seed heed embed shed spread'
	).split(' '),
);

/** Verbs of office work whose forms with -s and -ing are common mistakes at the start of a step. */
const verbs = new Set(
	(
		'accept acknowledge act add adjust agree allocate analyse analyze announce answer append apply approve archive arrange ask assemble assign attach ' +
		'attend audit authorise authorize back balance begin bill block book brief calculate call cancel capture carry certify change charge check ' +
		'choose classify clean clear click close code collect combine commit communicate compare compile complete compute conduct confirm connect ' +
		'consult contact continue convert copy correct count create credit debit decide declare deduct define delete deliver deny deposit describe ' +
		'destroy determine disable discard disconnect distribute do document download draft draw drop email enable end enforce ensure enrol enroll enter ' +
		'escalate establish estimate evaluate examine execute expire explain export extend extract fetch file fill filter find fix flag follow forward ' +
		'freeze gather generate get give grant hand hold identify implement import inform initiate inspect install instruct interview inventory ' +
		'investigate invite invoice issue join keep label launch lead leave list load locate lock log look mail maintain make map mark match measure ' +
		'meet merge monitor move name negotiate note notify number obtain offer open order pack pay perform pick place plan post prepare present ' +
		'preserve print prioritise prioritize produce propose provide publish pull purchase push put query question quote raise read reassign ' +
		'receive recommend reconcile record recover redact reduce refer refund refuse register reject release remind remove renew repair repeat ' +
		'replace reply report request require rerun reset resolve respond restart restore restrict resume retain return reverse review revise revoke ' +
		'rotate route run sample save scan schedule seal search secure see select send separate set settle share ship show sign sort specify start ' +
		'state stop store submit summarise summarize supply suspend switch sync tag take talk tell terminate test thank tick tie trace track train ' +
		'transfer transmit treat trigger turn type unlock update upgrade upload use validate verify void wait walk warn weigh withdraw write'
	).split(' '),
);

const stateVerb = /^(?:is|are|was|were|must|should|shall|will|may|can|has|have)$/;

/** Words behind which a sentence of its own begins: "Photograph what is broken" has its verb before them. */
const relative =
	/^(?:that|which|who|whose|what|whatever|where|when|why|how|if|whether|as|because|until|unless)$/;

/** Words before an instruction that change nothing about what it is. */
const softeners =
	/^(?:(?:please|always|never|also|now|again|only|carefully|promptly|do not|don['’]t)[\s,]+)+/i;

/** "Each month": a time, and the instruction behind it. */
const everyTime =
	/^(?:each|every)\s+(?:\p{L}+\s+){0,2}?(?:day|week|month|quarter|year|morning|evening|hour|shift|time|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b,?\s+/iu;
const timeStarts = /^(?:the|this|one|two|three|a|an|no)$/;
const timeWord = /^(?:days?|weeks?|months?|quarters?|years?|morning|evening|hours?|minutes?|time|later)$/;

/** "Should the bank refuse, …": a condition that turns the sentence round. */
const turnedRound = /^(?:should|had|were)$/;

/**
 * Whether an English text evidently does not begin with an instruction ("The invoice is entered", "Entering …",
 * "Enters …"). Words it does not know count as verbs: a warning about a good sentence costs more than a miss.
 * EU GMP Chapter 4 asks for an imperative mandatory style.
 */
export function isNotImperative(text: string): boolean {
	// Most steps begin with a verb everybody knows; that settles it.
	const plain = /^[A-Z][a-z]+(?= )/.exec(text)?.[0].toLowerCase();
	if (plain !== undefined && verbs.has(plain) && !openers.has(plain)) return false;
	// What comes later says nothing about how it begins.
	const start = text
		.trim()
		.slice(0, 300)
		.replace(/^[("'“‘*_`[\d.)\s-]+/, '')
		.replace(softeners, '')
		.replace(everyTime, '');
	const [sentence = ''] = start.split(/[.;!?](?:\s|$)/, 1);
	if (firstWord(start) === 'have') return /\?\s*$/.test(text);
	const [opening = '', ...clauses] = sentence.split(',');
	const first = firstWord(opening);
	const leadsIn = openers.has(first) || isTime(opening);
	if (clauses.length === 0) return !leadsIn && isStatement(sentence);
	if (leadsIn || turnedRound.test(first) || isGerund(first)) {
		// "For invoices, receipts, and orders, check …": the instruction may stand behind a later comma.
		if (clauses.some((clause) => verbs.has(firstWord(clause.replace(/^\s*(?:and|or|then)\s/i, '')))))
			return false;
		if (!leadsIn) return isStatement(sentence);
		return isStatement(clauses.find((clause) => !relative.test(firstWord(clause))) ?? '');
	}
	return isStatement(sentence);
}

/** "The next business day": a time without any verb. */
function isTime(clause: string): boolean {
	const [first = '', ...others] = wordsOf(clause);
	if (!timeStarts.test(first)) return false;
	return others.some((word) => timeWord.test(word)) && !others.some((word) => stateVerb.test(word));
}

/** Whether a clause begins with who or what does it, or with another form of a verb than the imperative. */
function isStatement(clause: string): boolean {
	const words = wordsOf(clause.replace(softeners, ''));
	const [first, ...others] = words;
	if (first === undefined || verbs.has(first) || likeOtherForms.has(first)) return false;
	if (statementStarts.has(first)) return true;
	if (isGerund(first)) return true;
	if (first.endsWith('s') && (verbs.has(first.slice(0, -1)) || verbs.has(first.slice(0, -2)))) return true;
	// "Invoice data is entered": a noun with its verb behind it.
	const next = others.slice(0, 3);
	const state = next.findIndex((word) => stateVerb.test(word));
	if (state === -1 || next.slice(0, state).some((word) => relative.test(word))) return false;
	return !/[,;:]/.test(clause.trim().split(/\s+/).slice(0, 4).join(' '));
}

/** `entering`, `comparing`, `putting`: of verbs it knows, with the last letter dropped or doubled. */
function isGerund(word: string): boolean {
	if (!word.endsWith('ing') || likeOtherForms.has(word)) return false;
	const stem = word.slice(0, -3);
	if (verbs.has(stem) || verbs.has(`${stem}e`)) return true;
	return stem.length > 2 && stem.at(-1) === stem.at(-2) && verbs.has(stem.slice(0, -1));
}

function firstWord(text: string): string {
	return wordsOf(text)[0] ?? '';
}

function wordsOf(text: string): readonly string[] {
	// Nothing behind the first words is looked at, however long the text is.
	return (
		text
			.slice(0, 200)
			.toLowerCase()
			.match(/[\p{L}'’-]+/gu) ?? []
	);
}
