import { readFullYaml } from './full-yaml.ts';
import { readPlainYaml } from './plain-yaml.ts';
import type { YamlReading } from './yaml-reading.ts';

/**
 * The content value of a document's text: the YAML 1.2 core-schema value, with every reason why it is not the only
 * reading. Plain documents take the fast way; all others, and every one that fails there, the full one.
 */
export function readYaml(text: string): YamlReading {
	const plain = readPlainYaml(text);
	// An empty text reads as nothing on the fast way; the full reader says so in words.
	if (plain !== undefined && plain.value !== undefined && plain.value !== null)
		return { value: plain.value, problems: [] };
	const { value, problems } = readFullYaml(text);
	return { value, problems };
}
