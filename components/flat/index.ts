/**
 * The components with flat arguments, from which Pulumi infers a schema: what `plugin/` gives to other languages.
 * TypeScript programs use the components themselves, whose types refuse what excludes each other.
 */
export { VpcDestination } from "./vpcDestination";
export * from "./words";
