import { isPlainObject, own } from '../../model/diff/plain-object.ts';
import type { Sop } from '../../model/documents.generated.ts';
import { responsibilityMatrix } from '../../model/raci.ts';
import { AnyValue } from './any-value.tsx';
import type { DocumentPlaces } from './document-places.ts';
import type { Field } from './fields.tsx';
import { raciFields } from './known-fields.ts';
import { RowsTable } from './rows-table.tsx';
import { names, ways } from './show-value.tsx';

const matrixFields: readonly Field[] = [
	['name', 'Step or activity', ways()],
	['responsible', 'Responsible', names()],
	['accountable', 'Accountable', names()],
	['consulted', 'Consulted', names()],
	['informed', 'Informed', names()],
];

interface ResponsibilitiesProps {
	readonly document: unknown;
	readonly places: DocumentPlaces;
}

/** Who answers for what: the matrix as derived from steps and owner, and the rows that say what differs. */
export function Responsibilities({ document, places }: ResponsibilitiesProps) {
	const written = own(document, 'raci');
	// The matrix reads each key only as what it should be; what it is otherwise stands in the fields of the steps.
	const matrix = isPlainObject(document) ? responsibilityMatrix(document as Sop) : [];
	return (
		<>
			{matrix.length > 0 && (
				<RowsTable
					caption="Who answers for what"
					fields={matrixFields}
					places={places}
					rows={matrix.map(({ name, responsible, accountable, consulted, informed }) => ({
						name,
						responsible: nonEmpty(responsible),
						accountable: nonEmpty(accountable),
						consulted: nonEmpty(consulted),
						informed: nonEmpty(informed),
					}))}
				/>
			)}
			{written === undefined ? null : Array.isArray(written) && written.length > 0 ? (
				<RowsTable
					caption="What differs from doers and owner, as written"
					rows={written}
					fields={raciFields}
					places={places}
				/>
			) : (
				<AnyValue value={written} />
			)}
		</>
	);
}

function nonEmpty(list: readonly string[]): readonly string[] | undefined {
	return list.length === 0 ? undefined : list;
}
