import { isPlainObject, own } from '../../model/diff/plain-object.ts';
import { several } from '../../model/several.ts';
import { AnyValue } from './any-value.tsx';
import type { DocumentPlaces } from './document-places.ts';
import { OtherKeys } from './fields.tsx';
import { decisionFields } from './known-fields.ts';
import { PartList } from './part-list.tsx';
import { Answer, names, toldOf, ways } from './show-value.tsx';

interface DecisionsProps {
	readonly decisions: readonly unknown[];
	readonly places: DocumentPlaces;
}

/** Section 8: each decision with its question, and where each answer leads. */
export function Decisions({ decisions, places }: DecisionsProps) {
	return (
		<PartList
			parts={decisions}
			sentence="question"
			fields={decisionFields}
			told={['branches']}
			places={places}
			more={(decision) => {
				const branches = own(decision, 'branches');
				if (!Array.isArray(branches)) return branches === undefined ? null : <AnyValue value={branches} />;
				const inputs = [own(decision, 'input'), own(decision, 'inputs')].flatMap((one) =>
					several<unknown>(one),
				);
				return (
					<ul class="branches">
						{branches.map((branch: unknown, index) => (
							<li key={index}>
								<Branch
									branch={branch}
									inputs={inputs.filter((one) => typeof one === 'string')}
									places={places}
								/>
							</li>
						))}
					</ul>
				);
			}}
		/>
	);
}

interface BranchProps {
	readonly branch: unknown;
	readonly inputs: readonly string[];
	readonly places: DocumentPlaces;
}

function Branch({ branch, inputs, places }: BranchProps) {
	if (!isPlainObject(branch)) return <AnyValue value={branch} />;
	const goto = own(branch, 'goto');
	const gives = own(branch, 'gives');
	return (
		<>
			<strong>
				<Answer branch={branch} inputs={inputs} />
			</strong>
			{gives !== undefined && (
				<>: {isPlainObject(gives) ? <Gives of={gives} /> : <AnyValue value={gives} />}</>
			)}
			{goto !== undefined && <> → {ways(', ')(goto, places)}</>}
			<OtherKeys of={branch} told={[...toldOf(branch), 'goto', 'gives']} />
		</>
	);
}

function Gives({ of: gives }: { readonly of: Readonly<Record<string, unknown>> }) {
	return (
		<>
			{Object.entries(gives).map(([name, value], index) => (
				<span key={name}>
					{index === 0 ? '' : ', '}
					{name} = {names(' or ')(value, nowhere)}
				</span>
			))}
		</>
	);
}

const nowhere: DocumentPlaces = { anchorOf: () => undefined, takeAnchor: () => undefined };
