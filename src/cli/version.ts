declare const SOP_VERSION: string | undefined;
declare const SOP_BUILD: string | undefined;

/** The version of `sop`, put in by the build; `0.0.0-source` when run from the sources, as tests do. */
export const version: string = typeof SOP_VERSION === 'undefined' ? '0.0.0-source' : SOP_VERSION;

/** What the program was built from, as a hash of all of it; undefined when run from the sources. */
export const build: string | undefined = typeof SOP_BUILD === 'undefined' ? undefined : SOP_BUILD;
