import { page } from "../core/source";

const MSK_GUIDE = "https://docs.aws.amazon.com/msk/latest/developerguide/";
const MSK_API = "https://docs.aws.amazon.com/msk/1.0/apireference/clusters.html";

export const MSK_SECURITY_SETTINGS = page("Updating the security of a cluster", `${MSK_GUIDE}msk-update-security.html`);
export const MSK_ENCRYPTION_IN_TRANSIT = page("Amazon MSK encryption", `${MSK_GUIDE}msk-encryption.html`);
export const MSK_MUTUAL_TLS = page("Mutual TLS of Amazon MSK", `${MSK_GUIDE}msk-authentication.html`);
export const MSK_PUBLIC_ACCESS = page("Public access to a cluster", `${MSK_GUIDE}public-access.html`);
export const MSK_MULTI_VPC = page("Access from several VPCs", `${MSK_GUIDE}aws-access-mult-vpc.html`);
export const MSK_CREATE_CLUSTER = page("Creating a cluster", `${MSK_GUIDE}msk-create-cluster.html`);
export const MSK_QUOTAS = page("Amazon MSK quotas", `${MSK_GUIDE}limits.html`);
export const MSK_BROKER_SIZES = page("Broker sizes of Amazon MSK", `${MSK_GUIDE}broker-instance-sizes.html`);
export const MSK_EXPRESS = page("Express brokers of Amazon MSK", `${MSK_GUIDE}msk-broker-types-express.html`);
export const MSK_EXPRESS_PRACTICES = page(
    "Best practices for Express brokers",
    `${MSK_GUIDE}bestpractices-express.html`,
);
export const MSK_EXPRESS_CONFIGURATION = page(
    "Configuration of Express brokers",
    `${MSK_GUIDE}msk-configuration-express.html`,
);
export const MSK_VERSIONS = page("Versions of Apache Kafka", `${MSK_GUIDE}supported-kafka-versions.html`);
export const MSK_REBALANCING = page("Intelligent rebalancing", `${MSK_GUIDE}intelligent-rebalancing.html`);
export const MSK_TIERED_STORAGE = page("Tiered storage", `${MSK_GUIDE}msk-tiered-storage.html`);
export const MSK_THROUGHPUT = page("Provisioned storage throughput", `${MSK_GUIDE}msk-provision-throughput.html`);
export const MSK_CLUSTER_API = page("Clusters in the API reference of Amazon MSK", MSK_API);
export const MSK_BOOTSTRAP_BROKERS = page(
    "Getting the bootstrap brokers",
    `${MSK_GUIDE}msk-get-bootstrap-brokers.html`,
);
export const MSK_SERVERLESS = page("MSK Serverless", `${MSK_GUIDE}serverless.html`);
