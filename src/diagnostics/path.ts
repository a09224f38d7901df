/** Where a value stands in a document: keys and list indexes from the top, e.g. `['procedure', 0, 'by']`. */
export type Path = readonly (string | number)[];
