import { alias } from "./alias";
import { key } from "./key";

export const kms = [key, alias];
