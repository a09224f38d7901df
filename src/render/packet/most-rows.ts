/** Rows of a list or items of a check that a page shows; all are in the files beside it. */
export const mostRows = 500;
