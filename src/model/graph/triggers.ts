import { several } from '../several.ts';
import type { StepNode } from './graph-node.ts';

/** Whether something is written that starts the procedure at this step. */
export function hasTrigger(step: StepNode): boolean {
	return several(step.source.trigger).some((trigger) => typeof trigger === 'string' && trigger.trim() !== '');
}
