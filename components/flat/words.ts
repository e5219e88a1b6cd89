/** What the role of a destination may do. */
export enum InterfacePermissions {
    /** Interfaces that it tags itself. */
    Tagged = "tagged",
    /** The eight actions on everything, as AWS's page of the Kafka action prints them. */
    Documented = "documented",
}

/** Acknowledgements that AWS IoT waits for. */
export enum Acks {
    /** None. */
    None = "0",
    /** The leader's. */
    Leader = "1",
    /** Those of all in-sync replicas, as Kafka spells it in numbers. */
    AllReplicas = "-1",
    /** Those of all in-sync replicas. */
    All = "all",
}

/** How record batches are compressed. */
export enum Compression {
    None = "none",
    Gzip = "gzip",
    Snappy = "snappy",
    Lz4 = "lz4",
    Zstd = "zstd",
}

/** How AWS IoT proves to the brokers who it is. */
export enum AuthenticationMode {
    /** A user and a password. */
    ScramSha512 = "SCRAM-SHA-512",
    /** A user and a password, sent as they are, inside TLS. */
    Plain = "PLAIN",
    /** A keytab of Kerberos. */
    Gssapi = "GSSAPI",
    /** A client certificate. */
    Ssl = "SSL",
}

/** Formats of Java key stores. */
export enum JavaStoreFormat {
    Pkcs12 = "PKCS12",
    Jks = "JKS",
}

/** How a trust store is kept in its secret. */
export enum SecretType {
    /** As a file. */
    SecretBinary = "SecretBinary",
    /** As the file's base64 text. */
    SecretString = "SecretString",
}

/** How much of what the brokers do is measured. */
export enum MonitoringLevel {
    Default = "DEFAULT",
    PerBroker = "PER_BROKER",
    PerTopicPerBroker = "PER_TOPIC_PER_BROKER",
    PerTopicPerPartition = "PER_TOPIC_PER_PARTITION",
}

/** Kinds of brokers. */
export enum BrokerKind {
    Standard = "standard",
    Express = "express",
}

/** Kinds of error actions. */
export enum ErrorKind {
    /** Messages that could not be sent go nowhere. */
    None = "none",
    Logs = "logs",
    S3 = "s3",
    Sqs = "sqs",
    Sns = "sns",
    Kinesis = "kinesis",
    Lambda = "lambda",
    Kafka = "kafka",
}
