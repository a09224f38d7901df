import type { Path } from '../../diagnostics/path.ts';
import type { Handoff, Sop } from '../documents.generated.ts';
import { references } from '../graph/references.ts';
import { sectionRoles } from '../section-roles.ts';
import { sectionTools } from '../section-tools.ts';
import { rows, several } from '../several.ts';
import { missingParts } from './missing-parts.ts';

/** What a name of a receiver or giver is by the document's own sections 4 and 5; null where they do not know it. */
export type OwnParty = 'role' | 'outside' | 'tool' | null;

/** Somebody or something that a document hands to, or takes from. */
export interface NamedParty {
	readonly name: string;
	readonly as: OwnParty;
	readonly path: Path;
}

interface Thing {
	/** Its id in section 6, or that of the step; null where it has none. */
	readonly id: string | null;
	/** What people call it. */
	readonly name: string;
	/** All names by which the other side may know it; none where it has no name of its own. */
	readonly names: readonly string[];
	/** Its row. */
	readonly path: Path;
	/** The steps that give it, or need it. */
	readonly steps: readonly string[];
	/** The tools that those steps use, as written. */
	readonly tools: readonly string[];
}

/** Something that leaves a procedure: an output of section 6, or what a step hands over itself. */
export interface Passage extends Thing {
	readonly kind: 'output' | 'step';
	readonly to: readonly NamedParty[];
	readonly protocol: string | null;
	readonly data: readonly string[];
	readonly acceptedWhen: string | null;
	/** In words, what its handoff does not say. */
	readonly missing: readonly string[];
}

/** An input that comes from somewhere. */
export interface Intake extends Thing {
	readonly from: NamedParty;
}

/** What a document passes on, and what it takes in. */
export interface Passing {
	readonly gives: readonly Passage[];
	readonly takes: readonly Intake[];
}

/**
 * All that an SOP passes on and takes in: every output and every step that is automated or hands over, and every input
 * with a `from`. A checklist has none of these, and neither has a section that was set aside.
 */
export function passingOf(sop: Sop): Passing {
	const steps = rows(sop.procedure);
	const party = partyIn(sop);
	const at = (key: 'gives' | 'needs', id: string | undefined, name: string | undefined) => {
		const at = steps.filter((step) =>
			several(step?.[key]).some((one) => one === id || (id === undefined && one === name)),
		);
		return {
			steps: at.flatMap((step) => step.id ?? []),
			tools: [...new Set(at.flatMap((step) => several(step.uses)))],
		};
	};
	const outputs = rows(sop.outputs).flatMap((output, index): Passage[] => {
		if (!output) return [];
		const { id, name, handoff } = output;
		const path = ['outputs', index];
		return [
			{
				kind: 'output',
				id: id ?? null,
				name: name ?? id ?? `output ${index + 1}`,
				names: present(id, name, ...several(handoff?.data)),
				path,
				...at('gives', id, name),
				...wayOf(handoff, path, party),
			},
		];
	});
	const nameOf = new Map([...rows(sop.inputs), ...rows(sop.outputs)].map((one) => [one?.id, one?.name]));
	const handed = steps.flatMap((step, index): Passage[] => {
		if (!step || (step.handoff === undefined && step.automated !== true)) return [];
		const path = ['procedure', index];
		const given = several(step.gives);
		return [
			{
				kind: 'step',
				id: step.id ?? null,
				name: given.map((id) => nameOf.get(id) ?? id).join(', ') || step.do || `step ${index + 1}`,
				names: present(...given.flatMap((id) => [id, nameOf.get(id)]), ...several(step.handoff?.data)),
				path,
				steps: present(step.id),
				tools: several(step.uses),
				...wayOf(step.handoff, path, party),
			},
		];
	});
	const takes = rows(sop.inputs).flatMap((input, index): Intake[] => {
		if (!input?.from) return [];
		const { id, name, from } = input;
		const path = ['inputs', index];
		return [
			{
				id: id ?? null,
				name: name ?? id ?? `input ${index + 1}`,
				names: present(id, name),
				path,
				...at('needs', id, name),
				from: { ...party(from), path: [...path, 'from'] },
			},
		];
	});
	return { gives: [...outputs, ...handed], takes };
}

/** Whether what is given is what is taken: they share a name, whatever its case; a step that names nothing may give anything. */
export function isSameThing(given: Pick<Passage, 'names'>, taken: Pick<Intake, 'names'>): boolean {
	if (given.names.length === 0) return true;
	const names = new Set(given.names.map(fold));
	return taken.names.some((name) => names.has(fold(name)));
}

function fold(name: string): string {
	return name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
}

function wayOf(
	handoff: Handoff | undefined,
	path: Path,
	party: (name: string) => Omit<NamedParty, 'path'>,
): Pick<Passage, 'to' | 'protocol' | 'data' | 'acceptedWhen' | 'missing'> {
	const to = references(handoff?.to, [...path, 'handoff', 'to']);
	return {
		to: to.flatMap((one) => (one.text === '' ? [] : [{ ...party(one.text), path: one.path }])),
		protocol: handoff?.protocol ?? null,
		data: several(handoff?.data),
		acceptedWhen: handoff?.accepted_when ?? null,
		missing: missingParts(handoff).map(([, words]) => words),
	};
}

function partyIn(sop: Sop): (name: string) => Omit<NamedParty, 'path'> {
	const [roles, tools] = [sectionRoles(sop), sectionTools(sop, undefined)];
	return (name) => {
		const role = roles.find(name);
		if (role !== undefined) return { name, as: role.external ? 'outside' : 'role' };
		return { name, as: tools.find(name) === undefined ? null : 'tool' };
	};
}

function present(...texts: readonly (string | undefined)[]): readonly string[] {
	return texts.flatMap((text) => text || []);
}
