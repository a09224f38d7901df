import type { InputDomain } from '../../../src/model/decision/input-domain.ts';

/** One input of every kind. */
export const variance: InputDomain = { name: 'variance', type: 'number', many: false };
export const discount: InputDomain = { name: 'discount', type: 'number', many: false, min: 0, max: 100 };
export const received: InputDomain = { name: 'received', type: 'date', many: false };
export const urgent: InputDomain = { name: 'urgent', type: 'boolean', many: false };
export const place: InputDomain = {
	name: 'place',
	type: 'enumeration',
	many: false,
	values: ['local', 'online', 'abroad'],
};
export const vendor: InputDomain = { name: 'vendor', type: 'text', many: false };
export const checker: InputDomain = { name: 'checker', type: 'role', many: false };
export const tags: InputDomain = { name: 'tags', type: 'enumeration', many: true, values: ['a', 'b', 'c'] };
