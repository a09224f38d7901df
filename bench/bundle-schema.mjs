// The SOP schema in one file, as the peers want it: references to common.schema.json become references inside.
import { readFileSync } from 'node:fs';

export function bundledSopSchema(root) {
	const read = (name) => JSON.parse(readFileSync(`${root}schemas/${name}`, 'utf8'));
	const sop = read('sop.schema.json');
	const common = read('common.schema.json');
	const inline = (value) => {
		if (Array.isArray(value)) return value.map(inline);
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(
			Object.entries(value).map(([key, child]) => [
				key,
				key === '$ref' && typeof child === 'string'
					? child
							.replace(/^common\.schema\.json#\/\$defs\//, '#/$defs/common-')
							.replace(/^#\/\$defs\/(?!common-)/, '#/$defs/')
					: inline(child),
			]),
		);
	};
	const defs = Object.fromEntries(
		Object.entries(common.$defs).map(([name, definition]) => [
			`common-${name}`,
			JSON.parse(
				JSON.stringify(inline(definition))
					.replaceAll('"#/$defs/', '"#/$defs/common-')
					.replaceAll('common-common-', 'common-'),
			),
		]),
	);
	const bundled = inline(sop);
	return { ...bundled, $id: 'urn:sop:bench', $defs: { ...bundled.$defs, ...defs } };
}
