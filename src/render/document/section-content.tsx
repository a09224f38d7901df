import type { ComponentChildren } from 'preact';
import { isPlainObject, own } from '../../model/diff/plain-object.ts';
import { AnyValue } from './any-value.tsx';
import { OtherKeys } from './fields.tsx';

interface SectionContentProps {
	readonly of: unknown;
	/** What shows its rows, of which there is at least one. */
	readonly children: (rows: readonly unknown[]) => ComponentChildren;
}

/** A section that is a list: its rows, why it is set aside, or what else stands there. */
export function SectionContent({ of: content, children }: SectionContentProps) {
	if (content === undefined || content === null || (Array.isArray(content) && content.length === 0))
		return <p class="none">Not written.</p>;
	if (Array.isArray(content)) return <>{children(content)}</>;
	return <SetAside of={content} />;
}

/** Why a section is not written, and what stands there all the same. */
export function SetAside({ of: content }: { readonly of: unknown }) {
	if (!isPlainObject(content) || !Object.hasOwn(content, 'not_applicable'))
		return <AnyValue value={content} />;
	return (
		<>
			<div>
				Not applicable: <AnyValue value={own(content, 'not_applicable')} />
			</div>
			<OtherKeys of={content} told={['not_applicable']} />
		</>
	);
}
