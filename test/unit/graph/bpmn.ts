import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';

/** A flow node of a BPMN process. */
export interface FlowNode {
	readonly id: string;
	/** Local name of its element: `userTask`, `exclusiveGateway`, … */
	readonly type: string;
	readonly name: string;
	/** The activity whose boundary it stands on. */
	readonly attachedTo: string | null;
	/** Started by an event or by compensation, not by a flow. */
	readonly outOfFlow: boolean;
}

/** A process, or the inside of one of its subprocesses. */
export interface BpmnScope {
	readonly name: string;
	readonly nodes: readonly FlowNode[];
	/** Sequence flows, and the jumps from throwing to catching links. */
	readonly flows: readonly { readonly from: string; readonly to: string; readonly conditional: boolean }[];
}

const bpmn = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const { DOMParser } = new JSDOM('').window;

function flowNodes(children: readonly Element[]): FlowNode[] {
	return children
		.filter((one) =>
			/Event$|Task$|^task$|Gateway$|ubProcess$|^callActivity$|^transaction$/.test(one.localName),
		)
		.map((one) => ({
			id: one.getAttribute('id') ?? '',
			type: one.localName,
			name: one.getAttribute('name') ?? '',
			attachedTo: one.getAttribute('attachedToRef'),
			outOfFlow:
				one.getAttribute('triggeredByEvent') === 'true' || one.getAttribute('isForCompensation') === 'true',
		}));
}

function links(
	children: readonly Element[],
	event: string,
): { readonly id: string; readonly link: string }[] {
	return children
		.filter((one) => one.localName === event)
		.flatMap((one) =>
			[...one.getElementsByTagNameNS(bpmn, 'linkEventDefinition')].map((definition) => ({
				id: one.getAttribute('id') ?? '',
				link: definition.getAttribute('name') ?? '',
			})),
		);
}

/** The processes of a file, and the insides of their subprocesses, that hold any nodes. */
export function readBpmn(file: string): BpmnScope[] {
	const document = new DOMParser().parseFromString(readFileSync(file, 'utf8'), 'text/xml');
	const containers = ['process', 'subProcess', 'adHocSubProcess', 'transaction'].flatMap((kind) => [
		...document.getElementsByTagNameNS(bpmn, kind),
	]);
	return containers
		.map((container) => {
			const children = [...container.children];
			const flows = children
				.filter((one) => one.localName === 'sequenceFlow')
				.map((one) => ({
					from: one.getAttribute('sourceRef') ?? '',
					to: one.getAttribute('targetRef') ?? '',
					conditional: [...one.children].some((child) => child.localName === 'conditionExpression'),
				}));
			const catching = links(children, 'intermediateCatchEvent');
			const jumps = links(children, 'intermediateThrowEvent').flatMap(({ id, link }) =>
				catching
					.filter((one) => one.link === link)
					.map((one) => ({ from: id, to: one.id, conditional: false })),
			);
			return {
				name: container.getAttribute('name') ?? container.getAttribute('id') ?? '',
				nodes: flowNodes(children),
				flows: [...flows, ...jumps],
			};
		})
		.filter((scope) => scope.nodes.length > 0);
}
