export { KINDS, kindOf } from "../constraints/facts/pulumiTypes";
