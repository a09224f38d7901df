import type { Problem } from '../diagnostics/problem.ts';
import type { Config } from '../model/documents.generated.ts';
import { functionsOf } from '../model/functions.ts';
import { nearest } from '../model/nearest.ts';

/** What is wrong with the function of something, where neither the standard nor the config has it; else undefined. */
export function unknownFunctionProblem(
	name: string,
	what: string,
	config: Config,
): Pick<Problem, 'message' | 'help'> | undefined {
	const known = functionsOf(config).map(({ id }) => id);
	if (known.includes(name)) return undefined;
	const near = nearest(name, known);
	const add = 'A function of your own goes under `functions` in sop.config.yaml.';
	return {
		message: `${what} belongs to the function "${name}", which nobody knows: there are ${known.join(', ')}`,
		help: near === undefined ? add : `Did you mean ${near}? ${add}`,
	};
}
