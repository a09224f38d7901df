import type { SectionState } from '../diagnostics/lint-report.ts';
import type { Paint } from './paint.ts';

// The three sections that audits fail on are named, the others counted.
const named: readonly (readonly [number, string])[] = [
	[8, 'Decisions'],
	[11, 'Exceptions'],
	[14, 'Change log'],
];

/** How an SOP's sections stand, in parts to set side by side: `8 Decisions ✗`, …, `12 of 12 other sections complete`. */
export function sectionParts(
	sections: readonly SectionState[],
	paint: Paint,
): readonly { text: string; painted: string }[] {
	const others = sections.filter((_, index) => !named.some(([number]) => number === index + 1));
	const count = (state: SectionState): number => others.filter((other) => other === state).length;
	const rest = [`${count('complete')} of ${others.length} other sections complete`];
	if (count('missing') > 0) rest.push(`${count('missing')} missing`);
	if (count('not applicable') > 0) rest.push(`${count('not applicable')} set aside`);
	return [
		...named.map(([number, name]) => namedPart(number, name, sections[number - 1] ?? 'missing', paint)),
		...rest.map((text) => ({ text, painted: text })),
	];
}

function namedPart(
	number: number,
	name: string,
	state: SectionState,
	paint: Paint,
): { text: string; painted: string } {
	const title = `${number} ${name}${state === 'missing' ? ' missing' : ''}`;
	if (state === 'complete') return { text: `${title} ✓`, painted: `${title} ${paint.good('✓')}` };
	if (state === 'not applicable') return { text: `${title} –`, painted: `${title} –` };
	return { text: `${title} ✗`, painted: `${title} ${paint.bad('✗')}` };
}
