import { cluster } from "./cluster";
import { configuration } from "./configuration";
import { clusterPolicy, scramSecretAssociation, singleScramSecretAssociation } from "./scram";
import { topic } from "./topic";

export const msk = [cluster, configuration, topic, scramSecretAssociation, singleScramSecretAssociation, clusterPolicy];
