import type { ReadBasis } from '../read-basis.ts';
import { doesNotHold, holds, notEvaluated, type VerifyCheck } from './verify-check.ts';

/** Whether a packet follows the one whose hash its reader keeps. */
export function chainPrevious(basis: ReadBasis, expected: string | undefined): VerifyCheck {
	const name = 'chain/previous';
	const { previous } = basis;
	if (expected === undefined) {
		return notEvaluated(
			name,
			previous === null
				? 'it says that no packet came before it; --previous HASH asks whether one did'
				: `it says that it follows ${previous.manifestSha256}; --previous HASH holds that against the packet kept`,
		);
	}
	if (previous === null) return doesNotHold(name, 'it says that no packet came before it', ['basis.json']);
	return previous.manifestSha256 === expected
		? holds(name, 'it follows the packet of that hash')
		: doesNotHold(name, `it follows ${previous.manifestSha256}`, ['basis.json']);
}

/** Whether a packet was made from the commit that its reader expects. */
export function headExpected(basis: ReadBasis, expected: string | undefined): VerifyCheck {
	const name = 'head/expected';
	if (expected === undefined)
		return notEvaluated(
			name,
			`it was made from ${basis.head}; --head COMMIT asks whether that is the one expected`,
		);
	return basis.head === expected
		? holds(name, 'it was made from that commit')
		: doesNotHold(name, `it was made from ${basis.head}`, ['basis.json']);
}
