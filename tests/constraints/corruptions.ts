export type { Corruption } from "./corruption";
export { FOUNDING_CORRUPTIONS } from "./foundingCorruptions";
export { MODE_CORRUPTIONS } from "./modeCorruptions";
