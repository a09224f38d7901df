import process from 'node:process';

/** What tells one machine from another: for `ENVIRONMENT.txt` alone, as nothing else may depend on it. */
export interface Machine {
	/** Version of Node.js. */
	readonly node: string;
	/** Operating system and processor, as Node.js calls them. */
	readonly platform: string;
	/** IANA name of its time zone. */
	readonly zone: string;
}

/** The machine that this runs on. */
export function thisMachine(): Machine {
	return {
		node: process.version,
		platform: `${process.platform} ${process.arch}`,
		zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
	};
}
