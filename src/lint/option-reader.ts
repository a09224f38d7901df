/** Reads options as the rule declared them: the config schema has checked their types. */
export function optionReader(options: Readonly<Record<string, unknown>>) {
	return <T>(name: string): T => options[name] as T;
}
