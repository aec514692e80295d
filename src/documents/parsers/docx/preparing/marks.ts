/** Private characters that mark what was prepared, so that it survives the conversion. */
export const labelStart = "\ue0f1";
export const labelEnd = "\ue0f2";
export const chunkStart = "\ue0f3";
export const chunkEnd = "\ue0f4";

/** Stands in a text for a part of it that cannot be read. */
export const omission = "[…]";
