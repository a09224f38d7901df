import type { Field } from './fields.tsx';
import { condition, due, names, prose, ways } from './show-value.tsx';

// The keys of the format, in the order in which a reader asks for them.

const name = names();
const anyOf = names(' or ');
const allOf = names(' and ');

export const headerFields: readonly Field[] = [
	['function', 'Function', name],
	['owner', 'Owner', name],
	['effective', 'Effective', name],
	['run_due', 'A whole run is due', due],
	['language', 'Language', name],
	['retention', 'Retention', name],
	['covers', 'Covers', name],
	['executes', 'Carries out', name],
	['format', 'Format', name],
];

export const satisfactionFields: readonly Field[] = [
	['control', 'Control', name],
	['how', 'How', prose],
];

export const automationFields: readonly Field[] = [
	['stage', 'Stage', name],
	['owner', 'Owner', name],
	['volume', 'Volume', prose],
	['time_sensitive', 'Late does harm', name],
	['input', 'Comes in', name],
	['structured', 'Always the same fields', name],
	['mapping', 'Mapping', prose],
	['build', 'Building', prose],
	['pilot', 'Pilot', prose],
	['mode', 'Mode', name],
	['monitored', 'Monitored', name],
	['retire_when', 'Manual way ends', prose],
];

export const purposeFields: readonly Field[] = [
	['why', 'Purpose', prose],
	['in_scope', 'In scope', prose],
	['out_of_scope', 'Out of scope', prose],
];

export const regulationFields: readonly Field[] = [
	['cite', 'Citation', name],
	['title', 'Title', name],
	['issuer', 'Issued by', name],
	['edition', 'Edition', name],
];

export const definitionFields: readonly Field[] = [
	['term', 'Term', name],
	['means', 'Meaning', prose],
];

export const roleFields: readonly Field[] = [
	['id', 'Here', name],
	['role', 'Role', name],
	['duty', 'Duty', prose],
	['external', 'Outside', name],
	['contact', 'Contact', name],
];

export const raciFields: readonly Field[] = [
	['steps', 'Steps', ways()],
	['activity', 'Activity', prose],
	['responsible', 'Responsible', name],
	['accountable', 'Accountable', name],
	['consulted', 'Consulted', name],
	['informed', 'Informed', name],
];

export const toolFields: readonly Field[] = [
	['name', 'Name', name],
	['use', 'Used for', prose],
	['access', 'Access', name],
];

export const inputFields: readonly Field[] = [
	['id', 'Id', name],
	['name', 'Name', prose],
	['from', 'From', name],
	['type', 'Type', name],
	['many', 'Several', name],
	['unit', 'Unit', name],
	['min', 'At least', name],
	['max', 'At most', name],
	['values', 'One of', anyOf],
	['template', 'Template', prose],
];

export const handoffFields: readonly Field[] = [
	['to', 'To', name],
	['protocol', 'How', prose],
	['data', 'With', name],
	['accepted_when', 'Accepted when', prose],
];

export const stepFields: readonly Field[] = [
	['why', 'Why', prose],
	['trigger', 'Begins when', prose],
	['by', 'By', anyOf],
	['together', 'Together', allOf],
	['automated', 'Automated', name],
	['only_if', 'Only if', condition],
	['waits_for', 'Waits for', ways(' and ')],
	['for_each', 'For each', name],
	['uses', 'Uses', name],
	['needs', 'Needs', name],
	['gives', 'Gives', name],
	['follows', 'Carries out', ways()],
	['done_when', 'Done when', prose],
	['takes', 'Takes', name],
	['due', 'Due', due],
	['next', 'Next', ways()],
];

export const timeoutFields: readonly Field[] = [
	['within', 'After', name],
	['do', 'Do', prose],
	['goto', 'Go to', ways()],
];

export const decisionFields: readonly Field[] = [
	['after', 'Taken when done', ways()],
	['at', 'Any time while open', ways(' or ')],
	['input', 'Tests', name],
	['inputs', 'Tests', name],
	['next', 'Then', ways()],
];

export const qualityFields: readonly Field[] = [
	['at', 'At', ways()],
	['every', 'Every', name],
	['by', 'By', anyOf],
	['accept', 'Accepted when', prose],
	['evidence', 'Evidence', prose],
];

export const wayOutFields: readonly Field[] = [
	['at', 'At', ways()],
	['do', 'Do', prose],
	['approved_by', 'Approved by', anyOf],
	['limit', 'Limit', name],
	['resume', 'Then back to', ways()],
	['goto', 'Then on to', ways()],
];

export const levelFields: readonly Field[] = [
	['role', 'Tell', name],
	['within', 'Within', name],
];

export const trainingFields: readonly Field[] = [
	['for', 'For', name],
	['what', 'What', prose],
	['how', 'How', prose],
	['every', 'Every', name],
];

export const referenceFields: readonly Field[] = [
	['id', 'Document', name],
	['edition', 'Edition', name],
	['file', 'File', name],
	['url', 'Address', name],
	['title', 'Title', name],
	['how', 'How', prose],
	['sha256', 'SHA-256', name],
];

export const changeLogFields: readonly Field[] = [
	['version', 'Version', name],
	['date', 'Date', name],
	['author', 'Author', name],
	['contributors', 'With', name],
	['what', 'What', prose],
	['why', 'Why', prose],
	['affects', 'Affects', name],
	['answers', 'Answers', name],
	['retrain', 'Train again', name],
];

export const signatureFields: readonly Field[] = [
	['role', 'Role', name],
	['meaning', 'Signs for', name],
];

export const reviewFields: readonly Field[] = [
	['every', 'Review every', name],
	['events', 'Review on', prose],
];

export const scheduleFields: readonly Field[] = [
	['rule', 'Recurs', name],
	['due', 'Due', due],
];

export const itemFields: readonly Field[] = [
	['by', 'By', anyOf],
	['reviewed_by', 'Reviewed by', anyOf],
	['only_if', 'Only if', condition],
	['waits_for', 'Waits for', ways(' and ')],
	['follows', 'Carries out', name],
	['done_when', 'Done when', prose],
	['due', 'Due', due],
	['sla', 'At most', name],
	['on_exception', 'If not possible', ways()],
];

export const tieFields: readonly Field[] = [
	['left', 'Value', name],
	['right', 'Must equal', name],
	['tolerance', 'Within', name],
];

export const evidenceFields: readonly Field[] = [
	['name', 'Evidence', prose],
	['required', 'Required', name],
];
