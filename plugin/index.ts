/** Pulumi finds the components of a plugin among what it exports, and infers their schema from their types. */
export * from "pulumi-iot-kafka/plugin";
