/** How a reader gets at a figure of a list with git and other tools that everybody has. */
export interface Reperformance {
	/** As a clause: "count the documents that stand at the head". */
	readonly does: string;
	/** To be typed at the top of the repository, unless `where` says another place. */
	readonly command: string;
	readonly where?: 'in the folder of the packet';
	/** What it prints. */
	readonly gives: string;
}

/** How a list that rules of `sop` derive is held against its source: stock tools count its rows, `sop verify` makes them anew. */
export function madeAnew(name: string): readonly Reperformance[] {
	return [
		{
			does: 'count its rows',
			where: 'in the folder of the packet',
			command: `jq '.rows | length' data/${name}.json`,
			gives: 'the cell rows of its row in the list lists (P-12)',
		},
		{
			does: 'make it anew: rules derive it, which stock tools do not know',
			command: 'sop verify PACKET',
			gives: 'repository/figures holds',
		},
	];
}
