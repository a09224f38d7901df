import type { AuditInput } from '../../../audit/audit-input.ts';
import { type Cover, coveredSection, samplingStatement } from '../../../audit/cover.ts';
import { beganAfter, recordBegins } from '../../../audit/first-shown.ts';
import { withoutRuns } from '../../../audit/no-runs.ts';
import type { Section } from '../../../audit/section.ts';
import { countOf } from '../../../diagnostics/count-of.ts';
import { dayAt } from '../../../model/zone.ts';
import type { Basis } from '../../../packet/basis.ts';
import { sectionPath } from '../../../packet/packet-contents.ts';

/** What stands on the cover of a packet. */
export function coverOf(input: AuditInput, basis: Basis, sections: readonly Section[]): Cover {
	const inScope = input.documents.filter(({ isInScope }) => isInScope);
	const withheld = inScope.filter(({ isWithheld }) => isWithheld).length;
	const { ids, functions, frameworks } = basis.scope;
	const { maxClassification, opaqueIds, asAuditor, redact } = basis.withholding;
	return {
		entity: null,
		library: basis.library,
		period: input.period,
		frameworks: frameworks.length > 0 ? frameworks : (input.config.frameworks ?? []),
		scope: [
			...(functions.length === 0 ? [] : [`functions ${functions.join(', ')}`]),
			...(ids.length === 0 ? [] : [`documents ${ids.join(', ')}`]),
		],
		command: input.command,
		ref: input.ref,
		head: basis.head === null ? null : { commit: basis.head, at: basis.dataAsOf ?? '' },
		tool: `sop ${basis.tool.version}`,
		documents: {
			population: input.documents.length,
			later: input.documents.filter((one) => beganAfter(one, input)).length,
			filesWithoutId: input.filesWithoutId.length,
			inScope: inScope.length,
			withheld,
		},
		notCovered: notCovered(input, basis),
		sampling: samplingStatement(inScope.length < input.documents.length),
		sections: sections.map((section) => coveredSection(section, sectionPath(section))),
		previous:
			basis.previous === null
				? null
				: { manifestSha256: basis.previous.manifestSha256, head: basis.previous.head ?? '' },
		reperform: sections
			.flatMap(({ lists }) => lists)
			.filter(({ name }) => name === 'documents' || name === 'changes')
			.flatMap(({ reperform }) => reperform.slice(0, 1)),
		withheld: [
			...(maxClassification === null
				? []
				: [
						`What is classified above ${maxClassification} is withheld: ${countOf(withheld, 'document')}, by id${opaqueIds ? ' of this packet alone' : ''}, digest and result.`,
					]),
			...(asAuditor
				? ['Internal notes (comments) are left out, and so are the sources that hold them.']
				: []),
			...(redact === null
				? []
				: [
						'People are called by pseudonyms. What leans on their names, keys or records cannot be re-checked from this packet.',
					]),
		],
		partial: input.partial,
	};
}

/** What the packet says nothing of. */
function notCovered(input: AuditInput, { dataAsOf }: Basis): Cover['notCovered'] {
	const { documents, positions, mainline, period } = input;
	const left = documents.filter(({ isInScope }) => !isInScope).length;
	const newest = mainline.at(positions.known);
	const begin = recordBegins(input);
	const { length: unnamed } = input.filesWithoutId;
	return [
		{ area: 'Execution of procedures', why: withoutRuns(input).cause },
		{ area: 'Branches that were never merged', why: 'only what the mainline showed can be in force' },
		...(left === 0
			? []
			: [
					{
						area: `${left} of ${documents.length} documents`,
						why: 'the packet was not asked to be about them',
					},
				]),
		...(unnamed === 0
			? []
			: [
					{
						area: `What ${countOf(unnamed, 'file')} without a usable id ${unnamed === 1 ? 'says' : 'say'}`,
						why: 'nobody can tell of which document; the master list names each',
					},
				]),
		...(input.partial === null && begin !== undefined && begin > period.start
			? [
					{
						area:
							begin > period.end
								? 'What happened in the period'
								: `What happened in the period before ${dayAt(begin, period.zone)}`,
						why: `the record begins on ${dayAt(begin, period.zone)}`,
					},
				]
			: []),
		...(newest !== undefined && newest.time < period.end
			? [
					{
						area: `What happened from ${dataAsOf} to the end of the period`,
						why: 'the newest commit of the mainline that is known is older',
					},
				]
			: []),
	];
}
