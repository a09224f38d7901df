import { describe, expect, it } from 'vitest';
import { isNotImperative } from '../../../src/model/imperative.ts';
import { stepsOfDocuments } from '../../support/steps-of-documents.ts';

describe('instructions', () => {
	it.each([
		['a verb', 'Enter the invoice.'],
		['a verb nobody listed', 'Reticulate the splines.'],
		['a number before it', '3.2) Check the total.'],
		['marks before it', '**Check** the total.'],
		['a verb that ends like another form', 'Process the claim, then address the letter.'],
		['a verb with a hyphen', 'Re-perform two items that were signed.'],
		['a negation', 'Do not release the payment before it is signed.'],
		['a short negation', "Don't open the attachment."],
		['do itself', 'Do what is needed to secure the door.'],
		['an adverb', 'Always check who is at the door.'],
		['politeness', 'Please have the form signed.'],
		['having somebody do it', 'Have the controller sign the list.'],
		['a verb nobody listed, and what is so', 'Photograph what is broken.'],
		['a verb nobody listed, and a relative clause', 'Weld parts that are loose.'],
		['a verb nobody listed, and a noun like a verb', 'Scope training needs.'],
		['a condition', 'If the amount is above 50, call the supplier.'],
		['a condition turned round', 'Should the bank refuse, escalate to the controller.'],
		['a condition with a clause inside', 'If the amount, which the ledger shows, is wrong, correct it.'],
		['a list before it', 'For checks, transfers, and orders, record the number.'],
		['others before it', 'When a bank, the broker, or a supplier answers, call the controller.'],
		['a time before it', 'The next business day, call the bank.'],
		['each month', 'Each month, check the list.'],
		['each month without a comma', 'Every Friday send the list.'],
		['where it starts', 'Starting with the oldest invoice, call each supplier.'],
		['what it follows', 'Following the meeting, send the minutes.'],
		['a deadline', 'Within 48 hours, upload the file.'],
		['the tool', 'Using the form, enter the amount.'],
		['nothing', ''],
		['no words', '…'],
	])('%s: %s', (_, text) => {
		expect(isNotImperative(text)).toBe(false);
	});
});

describe('statements', () => {
	it.each([
		['the passive voice', 'The invoice is entered.'],
		['a noun with its verb', 'Supplier data is entered by the clerk.'],
		['the third person', 'Checks the account number.'],
		['a gerund', 'Entering the invoice.'],
		['a gerund with a doubled letter', 'Putting the file away.'],
		['a gerund that lost a letter', 'Comparing the totals.'],
		['advice', 'You should check the total.'],
		['an obligation', 'Someone must sign.'],
		['a condition and a statement', 'When the bank answers, the clerk enters the balance.'],
		['each month and a statement', 'Each month, the clerk enters the balance.'],
		['each of them', 'Each manager signs the list.'],
		['a question', 'Have all invoices been entered?'],
		['another question', 'Is the list complete?'],
		['responsibility', 'Responsible for the list is the clerk.'],
	])('%s: %s', (_, text) => {
		expect(isNotImperative(text)).toBe(true);
	});
});

describe('real procedures', () => {
	const steps = stepsOfDocuments(['examples', 'test/real', 'test/fixtures/format-md']);

	it('are many', () => {
		expect(steps.length).toBeGreaterThan(250);
	});

	it('give instructions in every step', () => {
		const flagged = steps.filter(({ text }) => isNotImperative(text));
		expect(flagged).toEqual([]);
	});

	it('are statements when told of somebody, and flagged in every step', () => {
		const missed = steps.filter(({ text }) => {
			const told = `The clerk must ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
			return !isNotImperative(told);
		});
		expect(missed).toEqual([]);
	});
});

it('takes no longer for hostile texts', () => {
	const started = performance.now();
	for (const part of ['the day ', 'please ', 'each the ', 'if, ', '((((', 'a,', 'x'])
		isNotImperative(part.repeat(100_000));
	expect(performance.now() - started).toBeLessThan(1000);
});
