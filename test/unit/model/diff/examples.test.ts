import { describe, expect, test } from 'vitest';
import { changesOf, close, lineOf, patches, purchases, reconciliation, ticket } from './change-of.ts';

// Real documents in which one thing changed, and the sentence for it.

const cases: Record<string, readonly (readonly [string, string | RegExp, string, ...string[]])[]> = {
	'the header': [
		[patches, 'owner: security-manager', 'owner: cfo', '! · owner-changed: Owner security-manager → cfo'],
		[
			patches,
			'classification: internal',
			'classification: public',
			'! · classification-changed: Classification internal → public',
		],
		[patches, 'retention: 7 years\n', '', '! · retention-changed: Retention removed (was 7 years)'],
		[
			patches,
			'owner: security-manager',
			'owner: security-manager\neffective: 2026-03-01',
			'! · effective-date-changed: Effective date added: 2026-03-01',
		],
		[patches, 'version: "1.1"', 'version: "1.2"', '- · version-changed: Version 1.1 → 1.2'],
		[
			patches,
			'title: Operating system patches',
			'title: Patches',
			'- · title-changed: Title "Operating system patches" → "Patches"',
		],
		[
			patches,
			'covers: [it.patching]',
			'covers: [it.updates]',
			'! · activity-removed: Activity covered removed: it.patching',
			'! · activity-added: Activity covered added: it.updates',
		],
		[
			reconciliation,
			'how: Independent re-performance before close',
			'how: Re-performance before close',
			'! · control-changed: Control SOX-404: answer "Independent re-performance before close" → "Re-performance before close"',
		],
		[
			patches,
			'repository: strongdm/comply',
			'repository: elsewhere',
			'- · own-key-changed: Key x-source: key repository strongdm/comply → elsewhere',
		],
	],
	'sections 1 to 6': [
		[
			patches,
			'Close known holes',
			'Shut known holes',
			'- 1 purpose-changed: Purpose: reason "Close known holes of the…" → "Shut known holes of the…"',
		],
		[
			patches,
			'    - Workstations and mobile devices\n',
			'',
			'! 1 scope-removed: Purpose: out of scope removed: "Workstations and mobile devices"',
		],
		[
			patches,
			'edition: "2017"',
			'edition: "2022"',
			'! 2 regulation-changed: Regulation TSC CC7.1: edition 2017 → 2022',
		],
		[
			patches,
			'means: Trust services criteria',
			'means: Criteria of trust',
			'- 3 definition-changed: Definition TSC: meaning "Trust services criteria" → "Criteria of trust"',
		],
		[
			patches,
			'- id: operations-engineer\n',
			'- id: operator\n',
			'! 4 role-renamed: Role operations-engineer renamed operator',
		],
		[
			purchases,
			'duty: Confirms payments to the contractor',
			'duty: Makes payments to the contractor',
			'! 4 duty-changed: Role finance-office: duty "Confirms payments to the contractor" → "Makes payments to the contractor"',
		],
		[
			purchases,
			'consulted: [requester]',
			'accountable: head-of-contracting\n    consulted: [requester]',
			'! 4 accountable-changed: Responsibility for award: accountable added: head-of-contracting',
		],
		[
			patches,
			'access: execute',
			'access: admin',
			'! 5 tool-access-changed: Tool Patch script: access execute → admin',
		],
		[patches, 'min: 0', 'min: 1', '! 6 value-domain-changed: Input staging-errors: smallest value 0 → 1'],
		[
			patches,
			'to: security-manager\n      protocol',
			'to: engineering-lead\n      protocol',
			'! 6 handoff-changed: Output patch-log: handoff: receiver security-manager → engineering-lead',
		],
	],
	'section 7': [
		[
			patches,
			'by: operations-engineer',
			'by: engineering-lead',
			'! 7 step-role-changed: Step pull: doer operations-engineer → engineering-lead',
		],
		[
			patches,
			'by: operations-engineer',
			'by: [operations-engineer]',
			'- 7 notation-changed: Step pull: doer written in another way: "operations-engineer" → ["operations-engineer"]',
		],
		[
			patches,
			'due: 1 business day',
			'due: 2 business days',
			'! 7 deadline-changed: Step pull: due time 1 business day → 2 business days',
		],
		[
			patches,
			'Investigate each error and resolve its cause.',
			'Investigate one error and resolve its cause.',
			'! 7 step-instruction-changed: Step repair-staging: instruction "Investigate each error and resolve its cause." → "Investigate one error and resolve its cause."',
		],
		[
			patches,
			'Investigate each error and resolve its cause.',
			'Investigate each error, and ressolve its cause',
			'- 7 step-instruction-changed: Step repair-staging: instruction, in its spelling only, "Investigate each error and resolve its cause." → "Investigate each error, and ressolve its cause"',
		],
		[patches, '- id: attach-log', '- id: file-log', '- 7 step-renamed: Step attach-log renamed file-log'],
		[
			patches,
			/ {2}- id: inspect-staging[\s\S]*?(?= {2}- id: repair)/,
			'',
			'! 7 step-removed: Step inspect-staging removed: "Inspect the output and count the servers that report an error. – by operations-engineer"',
		],
		[
			patches,
			'  - id: repair-staging\n',
			'  - id: sign\n    do: Sign the count.\n    by: engineering-lead\n  - id: repair-staging\n',
			'! 7 step-added: Step sign added after inspect-staging: "Sign the count. – by engineering-lead"',
		],
		[
			// The first step becomes the last but one: one move, not five.
			patches,
			/( {2}- id: pull\n[\s\S]*?)( {2}- id: patch-staging[\s\S]*?)(?= {2}- id: attach-log)/,
			'$2$1',
			'! 7 step-moved: Step pull moved: after inspect-production (was first)',
		],
		[
			purchases,
			'- within: 5 business days\n        goto: intake-unanswered',
			'- within: 6 business days\n        goto: intake-unanswered',
			'! 7 deadline-changed: Step answer-intake: timeout to intake-unanswered: time 5 business days → 6 business days',
		],
		[
			purchases,
			'is: [it-services, software]',
			'is: [software]',
			'! 7 step-condition-changed: Step justify-it-purchase: condition kind it-services or software → kind software',
		],
		[
			purchases,
			'- Each of the five documents is in the package.',
			'- Each of the four documents is in the package.',
			'! 7 step-criterion-changed: Step build-package: criterion for done "Each of the five documents is in the package." → "Each of the four documents is in the package."',
		],
		[
			purchases,
			'      - Each of the five documents is in the package.\n',
			'',
			'! 7 step-criterion-changed: Step build-package: criterion for done loses "Each of the five documents is in the package."',
		],
	],
	'section 8': [
		[
			purchases,
			'at_most: 250000',
			'at_most: 350000',
			'! 8 threshold-changed: Decision evaluation-owed: branch to monitor: threshold at most 250000 → at most 350000 (USD)',
		],
		[
			reconciliation,
			'at_most: 50\n        goto: review',
			'at_most: 50\n        goto: investigate',
			'! 8 branch-changed: Decision tolerance: branch at least -50 and at most 50: target review → investigate',
		],
		[
			purchases,
			'- if: All work under the contract is delivered',
			'- if: All work under the contract is paid',
			'! 8 branch-changed: Decision contract-event: branch to report-delivery: condition "All work under the contract is delivered" → "All work under the contract is paid"',
		],
		[
			purchases,
			'      - below: 1\n        goto: no-quotes\n',
			'',
			'! 8 branch-removed: Decision any-quotes: branch below 1 removed: "to no-quotes"',
		],
		[
			patches,
			'after: inspect-staging',
			'after: patch-staging',
			'! 8 decision-flow-changed: Decision staging-clean: taken after inspect-staging → patch-staging',
		],
	],
	'sections 9 to 15': [
		[
			patches,
			'evidence: Comment of',
			'evidence: Signed comment of',
			'! 9 evidence-changed: Checkpoint log-review: evidence "Comment of the engineering lead on the closed ticket" → "Signed comment of the engineering lead on the closed ticket"',
		],
		[
			patches,
			'within: 4 hours',
			'within: 6 hours',
			'! 10 deadline-changed: Escalation script-fails: level engineering-lead: time 4 hours → 6 hours',
		],
		[
			patches,
			'approved_by: chief-information-officer',
			'approved_by: engineering-lead',
			'! 11 exception-approver-changed: Exception production-failed: approver chief-information-officer → engineering-lead',
		],
		[
			patches,
			'limit: 1 month',
			'limit: 2 months',
			'! 11 exception-limit-changed: Exception staging-unresolved: limit 1 month → 2 months',
		],
		[
			patches,
			/training:\n[\s\S]*?(?=references)/,
			'training:\n  not_applicable: Nobody needs it\n\n',
			'! 12 section-set-aside: Training set aside: "Nobody needs it"',
			'! 12 training-removed: Training "Patch scripts and the way back from a failed patch" removed: "for operations-engineer, engineering-lead, security-manager"',
		],
		[
			patches,
			'title: Templates of policies and procedures',
			'title: Templates',
			'- 13 reference-changed: Reference https://github.com/strongdm/comply: title "Templates of policies and procedures" → "Templates"',
		],
		[
			patches,
			'change_log:\n',
			'change_log:\n  - version: "1.2"\n    date: 2026-01-01\n    author: a.b\n    what: Two ways\n',
			'- 14 change-log-row-added: Change log row 1.2 added: "Two ways"',
		],
		[
			patches,
			'what: Ticket template with five tasks',
			'what: Ticket template with six tasks',
			'! 14 change-log-row-changed: Change log row 1.0: what changed "Ticket template with five tasks" → "Ticket template with six tasks"',
		],
		[
			patches,
			'    - role: engineering-lead\n      meaning: review\n',
			'',
			'! 15 approver-removed: Signature of engineering-lead for review removed',
		],
		[
			patches,
			'meaning: review',
			'meaning: approval',
			'! 15 approver-changed: Signature of engineering-lead for approval: meaning review → approval',
		],
		[
			patches,
			'every: 1 year\n    events',
			'every: 2 years\n    events',
			'! 15 review-interval-changed: Review: interval 1 year → 2 years',
		],
	],
	'a checklist': [
		[
			close,
			'tolerance: 0.01',
			'tolerance: 1.00',
			'! · tolerance-changed: Item bank-rec: tolerance 0.01 → 1.00 (USD)',
		],
		[
			ticket,
			'tolerance: 0',
			'tolerance: 2',
			'! · tolerance-changed: Item run-staging: tolerance 0 → 2 (servers)',
		],
		[
			ticket,
			'        tolerance: 0\n',
			'',
			'- · notation-changed: Item run-staging: tolerance written in another way: 0 → nothing',
		],
		[
			ticket,
			'reviewed_by: engineering-lead',
			'reviewed_by: security-manager',
			'! · item-reviewer-changed: Item run-staging: reviewer engineering-lead → security-manager',
		],
		[
			ticket,
			'required: true',
			'required: false',
			'! · evidence-changed: Item pull-scripts: evidence Commit of the scripts: required true → false',
		],
		[
			ticket,
			'rule: FREQ=MONTHLY;BYMONTHDAY=15',
			'rule: FREQ=MONTHLY;BYMONTHDAY=20',
			'! · schedule-changed: Schedule: rule FREQ=MONTHLY;BYMONTHDAY=15 → FREQ=MONTHLY;BYMONTHDAY=20',
		],
		[
			close,
			'above: 0',
			'above: 1',
			'! · item-condition-changed: Item bank-rec: condition accounts above 0 → accounts above 1',
		],
	],
};

describe.each(Object.entries(cases))('%s', (_, rows) => {
	const tries = rows.map(([file, piece, by, ...lines]) => ({ file, piece, by, lines }));
	test.each(tries)('$file: $piece → $by', ({ file, piece, by, lines }) => {
		expect(changesOf(file, piece, by).map(lineOf)).toEqual(lines);
	});
});
