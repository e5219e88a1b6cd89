/** Where the text of a configuration stands. */
export const SERVER_PROPERTIES_PATH = ["serverProperties"];
