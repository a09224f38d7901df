import { expect, test } from 'vitest';
import type { Authority } from '../../../src/control/approval/authority.ts';
import { type AnswerEvidence, judgeAnswer } from '../../../src/control/feedback/judged-answer.ts';
import { policyOf } from '../../../src/control/policy.ts';
import type { FeedbackRecord } from '../../../src/model/documents.generated.ts';
import type { Version } from '../../../src/model/history/version.ts';
import { at, recordOf, versionOf } from '../../support/audited.ts';
import { approval, libraryId } from '../../support/record-context.ts';

const person = (id: string, ...roles: readonly string[]) => ({ id, roles: roles.map((role) => ({ role })) });
const { meaning: _, role, ...envelope } = approval({ person: 'ann', at: '2026-02-01T12:00:00Z' });
const suggestion = recordOf('feedback', '2026-01-20', { ...envelope, person: 'bob', meaning: 'feedback' });

interface Case {
	readonly says?: FeedbackRecord;
	readonly authority?: Partial<Authority>;
	readonly evidence?: Partial<AnswerEvidence>;
	readonly versions?: readonly Version[];
	readonly notEvaluated?: string | null;
}

/** How Ann's answer of 1 February 2026 is judged, who is controller; that role and the owner's, `lead`, may answer. */
function judged({
	says = {},
	authority = {},
	evidence,
	versions,
	notEvaluated = null,
}: Case = {}): string | undefined {
	const whole: Authority = {
		people: { people: [person('ann', 'controller', 'clerk'), person('bob'), person('lee', 'lead')] },
		whyNoPeople: undefined,
		roles: undefined,
		policy: policyOf({}, true),
		library: libraryId,
		...authority,
	};
	const answer = recordOf('feedback', '2026-02-01', {
		...envelope,
		meaning: 'answer',
		verdict: 'declined',
		...(says.verdict === 'withdrawn' || role === undefined ? {} : { role }),
		...says,
	});
	const timeline = { versions: versions ?? [versionOf('1.0', '2026-01-10')], standing: [], stood: true };
	return judgeAnswer(
		answer,
		suggestion,
		{ timeline, notEvaluated },
		{
			authorityAt: () => whole,
			whoSigned: () => ({ level: 'claimed', cause: 'not signed', fingerprint: null }),
			rolesOf: () => ['controller', 'lead'],
			whyUnseen: () => undefined,
			...evidence,
		},
	);
}

const noRegister = { people: undefined, whyNoPeople: 'no people register' };
const withdrawn: FeedbackRecord = { verdict: 'withdrawn' };

test.each<readonly [string, Case, string | undefined]>([
	['by a role of section 15', {}, undefined],
	['by the owner', { says: { person: 'lee', role: 'lead' } }, undefined],
	[
		'by another role',
		{ says: { role: 'clerk' } },
		'section 15 of version 1.0 does not name the role clerk, and it is not the owner',
	],
	[
		'at a time of no clock',
		{ says: { at: '2026-02-01T25:00:00Z' } },
		'it was made at a time that no clock shows',
	],
	[
		'where the text is not here',
		{ evidence: { rolesOf: () => undefined } },
		'not evaluated: the text of version 1.0 is not here',
	],
	['where force is not evaluated', { notEvaluated: 'shallow clone' }, 'not evaluated: shallow clone'],
	[
		'where the past is cut off',
		{ evidence: { whyUnseen: () => 'shallow clone' } },
		'not evaluated: shallow clone',
	],
	['where the roles cannot be read', { authority: { whyNoRoles: 'no YAML' } }, 'not evaluated: no YAML'],
	[
		'where two people read the same',
		{ authority: { people: { people: [person('ann', 'controller'), person('Ann', 'controller')] } } },
		'not evaluated: two people have the id ann, or one that reads the same',
	],
	[
		'where nobody is registered and approvals are needed',
		{ authority: noRegister },
		'not evaluated: no people register',
	],
	[
		'where nobody is registered and none is needed',
		{ authority: { ...noRegister, policy: policyOf({}, false) } },
		undefined,
	],
	[
		'where the register cannot be read, and no approvals are needed',
		{ authority: { people: undefined, whyNoPeople: 'no YAML', policy: policyOf({}, false) } },
		'not evaluated: no YAML',
	],
	[
		'by the last version, where none is in force any more',
		{ versions: [versionOf('1.0', '2026-01-10', { end: at('2026-01-20') })] },
		undefined,
	],
	[
		'of a text that was never complete',
		{ versions: [versionOf('1.0', '2026-01-10', { owns: 'open', complete: false, start: undefined })] },
		'no version had been complete when it was made',
	],
	[
		'before the first version',
		{ versions: [versionOf('1.0', '2026-03-10')] },
		'no version had been complete when it was made',
	],
	[
		'that is only claimed, where the register cannot be read by which it has to be signed',
		{
			authority: {
				people: undefined,
				whyNoPeople: 'no YAML',
				policy: policyOf({ approval: { trust: 'signed' } }, true),
			},
		},
		'not evaluated: no YAML',
	],
	['withdrawn by its maker', { says: { ...withdrawn, person: 'bob' } }, undefined],
	['withdrawn by somebody else', { says: withdrawn }, "it is bob's to withdraw"],
	[
		'withdrawn, and no register can be read',
		{ says: { ...withdrawn, person: 'bob' }, authority: { people: undefined, whyNoPeople: 'no YAML' } },
		'not evaluated: no YAML',
	],
])('an answer %s', (_, given, expected) => {
	expect(judged(given)).toBe(expected);
});
