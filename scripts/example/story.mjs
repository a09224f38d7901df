// Two years of Harbour & Vale, from October 2024 to September 2026.
import { begin } from './story/begin.mjs';
import { year2025 } from './story/year-2025.mjs';
import { year2026 } from './story/year-2026.mjs';

/** @param {import('./workplace.mjs').Workplace} work */
export async function tell(work) {
	await begin(work);
	await year2025(work);
	await year2026(work);
}
