import { own } from '../../model/diff/plain-object.ts';
import { several } from '../../model/several.ts';
import { AnyValue } from './any-value.tsx';
import type { DocumentPlaces } from './document-places.ts';
import { Fields } from './fields.tsx';
import { handoffFields, stepFields, timeoutFields } from './known-fields.ts';
import { PartList } from './part-list.tsx';
import { RowsTable } from './rows-table.tsx';
import { ways } from './show-value.tsx';

interface StepsProps {
	readonly document: unknown;
	readonly steps: readonly unknown[];
	readonly places: DocumentPlaces;
}

/** Section 7: the steps in their order, each with the decisions that follow it. */
export function Steps({ document, steps, places }: StepsProps) {
	const decisions = several<unknown>(own(document, 'decisions'));
	return (
		<PartList
			parts={steps}
			sentence="do"
			fields={stepFields}
			told={['timeout', 'handoff']}
			places={places}
			ordered
			more={(step) => {
				const id = own(step, 'id');
				const after = decisions.filter((one) => id !== undefined && own(one, 'after') === id);
				return (
					<>
						<Timeouts step={step} places={places} />
						<Handoff of={own(step, 'handoff')} places={places} />
						{after.length > 0 && (
							<p>
								Then it is decided:{' '}
								{ways(', ')(
									after.map((one) => own(one, 'id')),
									places,
								)}
							</p>
						)}
					</>
				);
			}}
		/>
	);
}

function Timeouts({ step, places }: { readonly step: unknown; readonly places: DocumentPlaces }) {
	const timeout = own(step, 'timeout');
	if (timeout === undefined) return null;
	const rows = several<unknown>(timeout);
	if (rows.length === 0) return <AnyValue value={timeout} />;
	return (
		<RowsTable
			caption="When it is not done in time"
			of={own(step, 'id')}
			rows={rows}
			fields={timeoutFields}
			places={places}
		/>
	);
}

/** To whom something goes, how, and when it counts as taken. */
export function Handoff({ of: handoff, places }: { readonly of: unknown; readonly places: DocumentPlaces }) {
	if (handoff === undefined) return null;
	return (
		<div class="inner">
			<p>Hands over:</p>
			<Fields of={handoff} fields={handoffFields} places={places} />
		</div>
	);
}
