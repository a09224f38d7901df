/** Words that begin a statement about somebody or something, never an instruction. */
const statementStarts = new Set(
	(
		'a an the this that these those it its he she they we you i our your their his her my one all each every both some any no ' +
		'there here must should shall will would may might can could is are was were be been has have had does did ' +
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
		'destroy determine disable discard disconnect distribute document download draft draw drop email enable end enforce ensure enrol enroll enter ' +
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

const stateVerb = /^(?:is|are|was|were|must|should|shall|will|may|can|has|have|gets?|needs?)$/;

/**
 * Whether an English text evidently does not begin with an instruction ("The invoice is entered", "Entering …",
 * "Enters …"). Words it does not know count as verbs: a warning about a good sentence costs more than a miss.
 * EU GMP Chapter 4 asks for an imperative mandatory style.
 */
export function isNotImperative(text: string): boolean {
	const start = afterOpener(text.trim().replace(/^[("'*_`[\d.)\s-]+/, ''));
	const words = start.toLowerCase().match(/[\p{L}'’-]+/gu) ?? [];
	const [first] = words;
	if (first === undefined || verbs.has(first) || likeOtherForms.has(first)) return false;
	if (statementStarts.has(first)) return true;
	if (
		first.endsWith('ing') &&
		(verbs.has(first.slice(0, -3)) || verbs.has(`${first.slice(0, -3)}e`) || isDoubled(first))
	)
		return true;
	if (first.endsWith('s') && (verbs.has(first.slice(0, -1)) || verbs.has(first.slice(0, -2)))) return true;
	// "Invoice data is entered": a noun with its verb behind it.
	return (
		words.slice(1, 4).some((word) => stateVerb.test(word)) &&
		!/[,;:]/.test(start.split(/\s+/).slice(0, 4).join(' '))
	);
}

/** What stands after "When the bank answers, …": the rest of the sentence after its first comma. */
function afterOpener(text: string): string {
	const first = /^[\p{L}]+/u.exec(text)?.[0]?.toLowerCase();
	if (first === undefined || !openers.has(first)) return text;
	const comma = text.indexOf(',');
	return comma === -1 ? '' : text.slice(comma + 1).trim();
}

/** `putting`, `running`, `stopping`: the last letter of the verb doubled. */
function isDoubled(word: string): boolean {
	const stem = word.slice(0, -3);
	return stem.length > 2 && stem.at(-1) === stem.at(-2) && verbs.has(stem.slice(0, -1));
}
