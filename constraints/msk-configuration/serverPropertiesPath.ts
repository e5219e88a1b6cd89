/** Where the text of a configuration stands. */
export const SERVER_PROPERTIES_PATH = ["serverProperties"];

/** A text of a hundred thousand wrong lines is wrong as a whole: these many are told of one by one. */
export const MOST_LINES = 20;
