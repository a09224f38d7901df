import type { Checklist, Sop } from '../documents.generated.ts';
import { linesField } from './compare-lines.ts';
import { dueWords } from './due-words.ts';
import { type FieldsOf, relevant, wording } from './field.ts';
import { alwaysRelevant } from './row-kind.ts';
import { approval } from './sections/approval.ts';
import { automation } from './sections/automation.ts';
import { changeLog } from './sections/change-log.ts';
import { controls } from './sections/controls.ts';
import { decisions } from './sections/decisions.ts';
import { definitions } from './sections/definitions.ts';
import { escalation } from './sections/escalation.ts';
import { exceptions } from './sections/exceptions.ts';
import { inputs, outputs } from './sections/inputs.ts';
import { items } from './sections/items.ts';
import { procedure } from './sections/procedure.ts';
import { purpose } from './sections/purpose.ts';
import { quality } from './sections/quality.ts';
import { raci } from './sections/raci.ts';
import { references } from './sections/references.ts';
import { regulations } from './sections/regulations.ts';
import { roles } from './sections/roles.ts';
import { schedule } from './sections/schedule.ts';
import { tools } from './sections/tools.ts';
import { training } from './sections/training.ts';

/** Words for every key at the top of a document, in the order in which changes are told: the header, then the sections. */
export const documentFields: FieldsOf<Sop & Checklist> = {
	format: relevant('format-changed', 'format'),
	id: relevant('id-changed', 'id'),
	title: wording('title-changed', 'title', { prose: true }),
	function: wording('function-changed', 'function'),
	version: wording('version-changed', 'version'),
	effective: relevant('effective-date-changed', 'effective date'),
	owner: relevant('owner-changed', 'owner'),
	run_due: relevant('deadline-changed', 'time for a whole run', { words: dueWords }),
	classification: relevant('classification-changed', 'classification'),
	language: wording('language-changed', 'language'),
	retention: relevant('retention-changed', 'retention'),
	covers: linesField({
		label: 'activity covered',
		added: alwaysRelevant('activity-added'),
		removed: alwaysRelevant('activity-removed'),
		prose: false,
	}),
	satisfies: controls,
	automation,
	executes: relevant('executed-document-changed', 'SOP to carry out'),
	schedule,
	purpose,
	regulations,
	definitions,
	roles,
	raci,
	tools,
	inputs,
	outputs,
	procedure,
	items,
	decisions,
	quality,
	escalation,
	exceptions,
	training,
	references,
	change_log: changeLog,
	approval,
};
