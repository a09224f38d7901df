import { CommandError } from '../../../diagnostics/command-error.ts';
import {
	type Answers,
	type ExceptionAnswer,
	type OutcomeAnswer,
	untilProblem,
} from '../../../scaffold/answers.ts';
import type { Prompts } from '../../prompts.ts';
import { checkAnswers } from './gather-answers.ts';

/** What the questions are asked with. */
export interface Asking {
	readonly prompts: Prompts;
	readonly functions: readonly string[];
	/** The role or author to propose, where one is known. */
	readonly author: string | undefined;
	readonly isChecklist: boolean;
}

/** Asks for what flags have not said: title, function and owner, then sections 8, 11 and 14 in words. */
export async function askAnswers(given: Answers, asking: Asking): Promise<Answers> {
	const { prompts } = asking;
	const title =
		given.title ??
		(await prompts.text({
			message: 'What is it called?',
			example: 'Pay an invoice',
			problem: unusable('title'),
		}));
	const part =
		given.function ?? (await prompts.choose('Which function does it belong to?', asking.functions));
	const owner =
		given.owner ??
		(await prompts.text({
			message: 'Which role answers for it?',
			example: 'controller',
			problem: unusable('owner'),
		}));
	const outcomes = asking.isChecklist ? [] : await askOutcomes(prompts);
	const exceptions = await askExceptions(prompts);
	const author =
		given.author ??
		(await prompts.text({
			message: 'Who writes it?',
			example: 'jane.doe',
			problem: unusable('author'),
			...(asking.author === undefined ? {} : { proposal: asking.author }),
		}));
	const reason = await prompts.text({
		message: 'Why is it written now?',
		example: 'Invoices were paid twice',
		problem: unusable('reason'),
	});
	return { ...given, title, function: part, owner, author, reason, outcomes, exceptions };
}

async function askOutcomes(prompts: Prompts): Promise<readonly OutcomeAnswer[]> {
	const outcomes: OutcomeAnswer[] = [];
	for (;;) {
		const what = await prompts.text({
			message:
				outcomes.length === 0
					? 'What can turn out differently? (Enter: nothing)'
					: 'What else can turn out differently? (Enter: nothing else)',
			example: 'The amount differs from the order',
			mayBeEmpty: true,
			problem: unusable('answer'),
		});
		if (what === '') return outcomes;
		const action = await prompts.text({
			message: 'Then what?',
			example: 'Ask the buyer which is right.',
			problem: unusable('answer'),
		});
		outcomes.push({ if: what, do: action });
	}
}

async function askExceptions(prompts: Prompts): Promise<readonly ExceptionAnswer[]> {
	const exceptions: ExceptionAnswer[] = [];
	for (;;) {
		const when = await prompts.text({
			message:
				exceptions.length === 0
					? 'What can go wrong or be out of the ordinary? (Enter: nothing)'
					: 'What else can go wrong or be out of the ordinary? (Enter: nothing else)',
			example: 'The supplier is new',
			mayBeEmpty: true,
			problem: unusable('answer'),
		});
		if (when === '') return exceptions;
		const action = await prompts.text({
			message: 'What then?',
			example: 'Call back on a number from the contract.',
			problem: unusable('answer'),
		});
		const allowed = await prompts.text({
			message: 'Who allows it? (a role)',
			example: 'controller',
			problem: unusable('answer'),
		});
		const until = await prompts.text({
			message: 'Until when?',
			example: 'once, or a time such as 5 business days',
			problem: untilProblem,
		});
		exceptions.push({ when, do: action, allowed_by: allowed, until });
	}
}

/** What keeps a text from standing in a document, said at the prompt. */
function unusable(name: string): (answer: string) => string | undefined {
	return (answer) => {
		try {
			checkAnswers({ [name]: answer });
			return undefined;
		} catch (error) {
			if (error instanceof CommandError) return error.message;
			throw error;
		}
	};
}
