/**
 * Stands in `of` for the config, the baseline and the registers, as ids do for documents: their words are of the class
 * that documents have which state none.
 */
export const libraryItself = 'config and registers';
