export { withExplanations } from "./failureHook";
