import { printedClause } from '../../model/clause-packs/print-clause.ts';
import type { AuditInput } from '../audit-input.ts';
import { type Check, type CheckItem, checkOf, notEvaluated } from '../check.ts';
import { type CoveredClause, packetPacks } from './clause-coverage.ts';
import { type ControlAnswers, mayBeAnswered } from './control-answers.ts';

/** For each framework, whether each clause is named by anything in force. One that is not may not apply: it is not evaluated. */
export function clauseChecks(
	input: AuditInput,
	covered: readonly CoveredClause[],
	seen: ControlAnswers,
): readonly Check[] {
	const packs = packetPacks(input);
	if (packs.length === 0)
		return [
			notEvaluated(
				'clauses/covered',
				'Every clause of the frameworks is named by a document or a control in force',
				'no framework is named that there is a clause pack for',
				'Name frameworks in sop.config.yaml, or call sop audit with --framework.',
			),
		];
	const doubt = mayBeAnswered(seen);
	const none = `no document or control names it${doubt === null ? '' : `, but ${doubt}`}`;
	return packs.map((pack) =>
		checkOf({
			name: `clauses/covered-${pack.framework}`,
			asks: `Every clause of ${pack.name === '' ? pack.title : pack.name} is named by a document or a control in force`,
			items: covered
				.filter((one) => one.pack === pack)
				.map(({ clause, documents, isOutside }): CheckItem => {
					const shared = { key: printedClause(pack, clause.number), of: [] };
					return documents.length > 0
						? { ...shared, result: 'holds', detail: '' }
						: {
								...shared,
								result: 'not evaluated',
								detail: isOutside ? 'only documents outside the scope of this packet name it' : none,
							};
				}),
			cure: 'Say in satisfies of a document, or in the controls register, what answers the clause; or say in the scope of the management system why it does not apply.',
		}),
	);
}
