// What the example company answers to the questions of the templates: what each system and rule is called there.

const known = {
	'name of the accounting system': 'Ledgerline',
	'name of the bank portal': 'Hansebank Online',
	'name of the ticket system': 'Deskhand',
	'name of the ticket system for IT requests': 'Deskhand',
	'name of the HR system': 'Peoplebase',
	'name of the payroll system': 'Payline',
	'name of the purchasing system': 'Ledgerline Purchasing',
	'name of the contract register': 'Paperwell Contracts',
	'name of the document store': 'Paperwell',
	'name of the learning system': 'Peoplebase Learning',
	'name of the system for single sign on': 'Keyring',
	'name of the access review tool': 'Keyring Reviews',
	'name of the vulnerability scanner': 'Openscan',
	'name of the signing tool': 'Inkwell',
	'name of the planning and reporting tool': 'Plansheet',
	'currency of the books': 'EUR',
	'place where the close binder is kept': 'the folder "Close" of Paperwell',
	'folder of the close binder': 'the folder "Close" of Paperwell',
	'legal entities that close every month': 'Harbour & Vale GmbH and Harbour & Vale Logistics GmbH',
	'accounting standards that the entity reports under': 'the German Commercial Code (HGB)',
	'name and address of the audit firm': 'Elbe Audit, Hamburg',
	'mailbox for supplier invoices': 'the shared mailbox "Invoices"',
	'law of your country on keeping accounting records': 'Handelsgesetzbuch, section 257',
	'law of your country on late payment to suppliers': 'Bürgerliches Gesetzbuch, section 286',
	'law of your country on notice and final pay': 'Bürgerliches Gesetzbuch, section 622',
	'law of your country on reporting data breaches': 'General Data Protection Regulation, Article 33',
};

/**
 * The answer to a question; for a question that nobody foresaw, words that are true of any company.
 *
 * @param {string} words
 */
export function answerTo(words) {
	if (known[words] !== undefined) return known[words];
	const law = /^(?:law|rule|sector law) of your (?:country|company) (?<rest>.+)$/.exec(words);
	if (law) return `German law ${law.groups.rest}`;
	const named =
		/^(?:name|names|title|place|folder|list|mailbox)s? (?:of|for|where|with)? ?(?:the )?(?<what>.+)$/.exec(
			words,
		);
	return named ? `${capital(named.groups.what)} of Harbour & Vale` : `The ${words} of Harbour & Vale`;
}

function capital(text) {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
