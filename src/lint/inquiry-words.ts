/** Words by which somebody only says that something is so. */
const asking =
	/\b(?:verbal(?:ly)?|oral(?:ly)?|word of mouth|inquir(?:y|ies|e|ed|es)|enquir(?:y|ies|e|ed|es)|ask(?:s|ed|ing)?|tell(?:s|ing)?|told|says?|saying|said|spoken|(?:phone|telephone) calls?|conversations?|on request|assur(?:es|ed|ance)|by (?:phone|telephone)|discuss(?:ion|ions|ed|es)?|interviews?|interviewed)\b/i;

/** Words for what can be looked at afterwards. */
const written =
	/\b(?:records?|recorded|minutes|notes?|noted|sign(?:s|ed|ature|atures)?|initials?|initialled|screenshots?|e-?mails?|mail|messages?|tickets?|logs?|logged|reports?|forms?|lists?|listed|documents?|files?|filed|cop(?:y|ies)|photos?|sheets?|entr(?:y|ies)|comments?|tables?|workbook|statements?|receipts?|certificates?|transcripts?|letters?|writing|written|stamps?|tick marks?|ticks?|approvals?|checklists?|protocols?|printouts?|recordings?)\b/i;

/** Whether a text about evidence (English) says no more than that somebody is asked. */
export function isOnlyAsking(text: string): boolean {
	return asking.test(text) && !written.test(text);
}
