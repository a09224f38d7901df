/** Replace the text from `from` up to (not including) `to`, by UTF-16 offsets, with `text`. */
export interface TextEdit {
	readonly from: number;
	readonly to: number;
	readonly text: string;
}
