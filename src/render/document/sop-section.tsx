import type { ComponentChildren } from 'preact';
import { own } from '../../model/diff/plain-object.ts';
import type { Section, SectionNumber } from '../../model/sections.ts';
import { Approval, ChangeLog } from './approval.tsx';
import { Decisions } from './decisions.tsx';
import type { DocumentPlaces } from './document-places.ts';
import { type Field, Fields } from './fields.tsx';
import {
	definitionFields,
	handoffFields,
	inputFields,
	purposeFields,
	qualityFields,
	referenceFields,
	regulationFields,
	roleFields,
	toolFields,
	trainingFields,
} from './known-fields.ts';
import { PartList } from './part-list.tsx';
import { Responsibilities } from './roles.tsx';
import { RowsTable } from './rows-table.tsx';
import { SectionContent, SetAside } from './section-content.tsx';
import { Steps } from './steps.tsx';
import { WaysOut } from './ways-out.tsx';

/** What shows the content of a section; `content` is what stands under its key, whatever that is. */
type Show = (content: unknown, document: unknown, places: DocumentPlaces) => ComponentChildren;

interface SopSectionProps {
	readonly section: Section;
	readonly document: unknown;
	readonly places: DocumentPlaces;
}

/** One of the fifteen sections with its number and name, also where it is not written or set aside. */
export function SopSection({ section: { number, key, name }, document, places }: SopSectionProps) {
	const id = `section-${number}`;
	return (
		<section aria-labelledby={id}>
			<h2 id={id}>
				{number} {name}
			</h2>
			{shows[number](own(document, key), document, places)}
		</section>
	);
}

function table(caption: string, fields: readonly Field[]): Show {
	return (content, _document, places) => (
		<SectionContent of={content}>
			{(rows) => <RowsTable caption={caption} rows={rows} fields={fields} places={places} />}
		</SectionContent>
	);
}

const outputFields = (places: DocumentPlaces): readonly Field[] => [
	...inputFields,
	['handoff', 'Hands over', (value) => <Fields of={value} fields={handoffFields} places={places} />],
];

const waysOut: Show = (content, _document, places) => (
	<SectionContent of={content}>{(rows) => <WaysOut ways={rows} places={places} />}</SectionContent>
);

const shows: Readonly<Record<SectionNumber, Show>> = {
	1: (purpose, _document, places) => {
		if (purpose === undefined || purpose === null) return <p class="none">Not written.</p>;
		if (own(purpose, 'not_applicable') === undefined)
			return <Fields of={purpose} fields={purposeFields} places={places} />;
		return (
			<>
				<SetAside of={{ not_applicable: own(purpose, 'not_applicable') }} />
				<Fields of={purpose} fields={purposeFields} told={['not_applicable']} places={places} />
			</>
		);
	},
	2: table('Regulations and policies', regulationFields),
	3: table('Terms', definitionFields),
	4: (content, document, places) => (
		<>
			{table('Roles', roleFields)(content, document, places)}
			<Responsibilities document={document} places={places} />
		</>
	),
	5: table('Tools', toolFields),
	6: (inputs, document, places) => {
		const outputs = own(document, 'outputs');
		const both = [
			['Inputs', inputs],
			['Outputs', outputs],
		] as const;
		const written = both.filter(([, content]) => content !== undefined && content !== null);
		if (written.length === 0) return <p class="none">Not written.</p>;
		return written.map(([caption, content]) => (
			<SectionContent key={caption} of={content}>
				{(rows) => <RowsTable caption={caption} rows={rows} fields={outputFields(places)} places={places} />}
			</SectionContent>
		));
	},
	7: (content, document, places) => (
		<SectionContent of={content}>
			{(rows) => <Steps document={document} steps={rows} places={places} />}
		</SectionContent>
	),
	8: (content, _document, places) => (
		<SectionContent of={content}>{(rows) => <Decisions decisions={rows} places={places} />}</SectionContent>
	),
	9: (content, _document, places) => (
		<SectionContent of={content}>
			{(rows) => <PartList parts={rows} sentence="check" fields={qualityFields} places={places} />}
		</SectionContent>
	),
	10: waysOut,
	11: waysOut,
	12: table('Who must have learnt what', trainingFields),
	13: table('Documents and references', referenceFields),
	14: (content, _document, places) => <ChangeLog of={content} places={places} />,
	15: (content, _document, places) => <Approval of={content} places={places} />,
};
