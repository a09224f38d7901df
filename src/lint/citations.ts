import type { Path } from '../diagnostics/path.ts';
import type { ControlsRegister } from '../model/documents.generated.ts';
import { rows, several } from '../model/several.ts';
import type { FileSubject } from './subject.ts';

/** A text that cites a law or standard: of section 2, of `satisfies`, or of a control in the register. */
export interface CitingText {
	readonly text: string;
	readonly path: Path;
	/** The edition that stands beside it. */
	readonly edition?: string | undefined;
	/** `satisfies` may name a control of the register just as well. */
	readonly from: 'regulations' | 'satisfies' | 'controls';
}

/** Every text of a document or of the controls register that cites a law or standard. */
export function* citingTexts(subject: FileSubject): Generator<CitingText> {
	for (const [index, { cite, edition }] of rows(subject.sop?.regulations).entries())
		if (cite) yield { text: cite, path: ['regulations', index, 'cite'], edition, from: 'regulations' };
	for (const [index, { control }] of rows(subject.document?.satisfies).entries())
		if (control) yield { text: control, path: ['satisfies', index, 'control'], from: 'satisfies' };
	if (subject.kind !== 'controls' || typeof subject.checked !== 'object' || subject.checked === null) return;
	// `checked` holds only what passed the schema of its kind.
	for (const [index, control] of rows((subject.checked as ControlsRegister).controls).entries()) {
		for (const [at, text] of several(control.clauses).entries())
			if (text) yield { text, path: ['controls', index, 'clauses', at], from: 'controls' };
	}
}
