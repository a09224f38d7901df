import type { Decision, ExceptionPath, Sop, Step } from '../../../src/model/documents.generated.ts';
import type { BpmnScope, FlowNode } from './bpmn.ts';

/** Where a flow to a node leads: an end event is a named end. */
function target(node: FlowNode): string {
	return node.type === 'endEvent' ? `end ${node.id}` : node.id;
}

function one<Item>(items: Item[]): Item | Item[] | undefined {
	return items.length > 1 ? items : items[0];
}

/**
 * A process in the words of the format. Events, activities and gateways that only merge are steps; gateways that
 * choose are decisions; parallel gateways are steps that fork and join; boundary events are exceptions; what begins the
 * process has a trigger.
 */
export function sopOfScope({ nodes, flows }: BpmnScope, starts: readonly string[]): Sop {
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const nodesOf = (ids: string[]) => ids.flatMap((id) => byId.get(id) ?? []);
	const after = (node: FlowNode) =>
		nodesOf(flows.filter((flow) => flow.from === node.id).map((flow) => flow.to));
	const before = (node: FlowNode) =>
		nodesOf(flows.filter((flow) => flow.to === node.id).map((flow) => flow.from));
	const procedure: Step[] = [];
	const decisions: Decision[] = [];
	const exceptions: ExceptionPath[] = [];
	for (const node of nodes) {
		const next = after(node).map(target);
		const { id, name, type } = node;
		const branches = next.map((goto) => ({ if: goto, goto }));
		const chooses = flows.some((flow) => flow.from === id && flow.conditional);
		const written = { id, do: name, by: 'somebody' };
		if (type === 'endEvent') continue;
		if (node.attachedTo !== null) {
			exceptions.push({ id, when: name, do: name, at: [node.attachedTo], goto: next[0] ?? 'end' });
		} else if (type.endsWith('Gateway') && type !== 'parallelGateway' && next.length > 1) {
			decisions.push({ id, question: name, branches });
		} else if (chooses) {
			procedure.push(written);
			decisions.push({ id: `${id}-chooses`, after: id, question: name, branches });
		} else {
			const joins = type === 'parallelGateway' && before(node).length > 1;
			procedure.push({
				...written,
				next: one(next) ?? 'end',
				...(joins ? { waits_for: before(node).map((source) => source.id) } : {}),
				...(starts.includes(id) ? { trigger: name === '' ? id : name } : {}),
			});
		}
	}
	// The first step is a way in, so it must be one of those that begin the process.
	procedure.sort((a, b) => Number(a.trigger === undefined) - Number(b.trigger === undefined));
	return { procedure, decisions, exceptions };
}
