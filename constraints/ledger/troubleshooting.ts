// biome-ignore-all format: tables, one requirement a line

import type { LedgerEntry } from "./ledgerEntry";

/** What somebody sees, and the requirements that are broken then. Nothing looks at a symptom: its causes are looked at. */
export type Symptom = LedgerEntry & {
    /** IDs of requirements, or their common beginnings. */
    readonly causes: readonly string[];
};

/** Symptoms by the moment at which they are seen. */
export const SYMPTOMS: readonly { readonly moment: string; readonly symptoms: readonly Symptom[] }[] = [
    {
        moment: "Creating, changing and deleting the destination",
        symptoms: [
            symptom("TRB-DEST-01", "InvalidRequestException that speaks of a missing permission or of assuming the role: the role's trust or its EC2 actions are wrong, or the role is only seconds old.", "IAM-ENI-01", "IAM-TRUST-01", "IAM-PROP-01"),
            symptom("TRB-DEST-02", "CloudFormation reports only an internal error for a destination although all eight actions are present; reported causes are role propagation and VPC problems.", "IAM-PROP-01", "DEST-SUB-03"),
            symptom("TRB-DEST-03", "State ERROR after IN_PROGRESS: read statusReason with GetTopicRuleDestination.", "DEST-SUB-05", "IAM-ENI-04", "DEST-SUB-07"),
            symptom("TRB-DEST-04", "Provider message about an unexpected state IN_PROGRESS while DISABLED was wanted: enable/disable during creation.", "DEST-STATE-04"),
            symptom("TRB-DEST-05", "Destroy hangs in DELETING, then subnets and groups cannot be deleted because interfaces remain: the role or its policy was deleted before the destination.", "DEST-DEL-01"),
            symptom("TRB-DEST-06", "A destination that worked is DISABLED: no traffic for the idle period, or a resource changed.", "DEST-DIS-01", "DEST-DIS-02", "VPC-NAT-03"),
            symptom("TRB-DEST-07", "LimitExceeded on the sixth destination of the Region.", "DEST-LIM-01"),
        ],
    },
    {
        moment: "Creating the rule",
        symptoms: [
            symptom("TRB-RULE-01", "SqlParseException: syntax, unknown function, wrong version, comment, missing quotes around the filter.", "SQL-GRAM", "SQL-VER-05"),
            symptom("TRB-RULE-02", "A message that the value of sql is not valid for an unsupported version string.", "SQL-VER-01"),
            symptom("TRB-RULE-03", "Pattern violation on the rule name: hyphen from the logical name.", "RULE-NAME-02"),
            symptom("TRB-RULE-04", "Refusal to pass a role across accounts, or unable to assume the role.", "IAM-PASS-02", "IAM-TRUST-01"),
            symptom("TRB-RULE-05", "Messages about one action per object: two kinds in one API list entry or an empty entry.", "RULE-ACT-03", "ERR-02"),
            symptom("TRB-RULE-06", "Template with a TypeScript back-tick: the deployed value lacks ${...} or contains an evaluated number.", "TPL-SYN-10"),
            symptom("TRB-RULE-07", "Rule deployed before the destination is ENABLED: creation works, first messages fail.", "KAFKA-DEST-06"),
        ],
    },
    {
        moment: "While messages flow",
        symptoms: [
            symptom("TRB-RUN-01", "Most frequent rule problem in general: authorization; log entry eventType RuleExecution, status Failure, details naming the assumed role and the denied action.", "IAM"),
            symptom("TRB-RUN-02", "Timeout instead of a refusal: security group, network ACL, DNS, wrong subnet, wrong port.", "SG", "VPC-DNS"),
            symptom("TRB-RUN-03", "Timeout while fetching topic metadata although the network is fine: the topic does not exist and auto-creation is off, or DESCRIBE is denied.", "KAFKA-TOPIC-05", "MSK-ACL-03"),
            symptom("TRB-RUN-04", "Handshake failure or disconnect: SSL client on the plaintext or SASL port, SASL client on 9094, private CA without truststore, truststore too old.", "KAFKA-BOOT-04", "KAFKA-TS-07"),
            symptom("TRB-RUN-05", "Authentication failed with right credentials: the template lacks the key argument and sends the whole JSON.", "KAFKA-SCRAM-04"),
            symptom("TRB-RUN-06", "Authentication failed although the secret is right: secret not associated with this cluster, or associated secret lost its policy or its key grant.", "KAFKA-SCRAM-06", "SEC-POL-02", "SEC-KMS-02"),
            symptom("TRB-RUN-07", "Works for a while after rotation and then fails, or fails for up to 15 minutes: caching.", "GS-SEM-05", "SEC-SYNC-01"),
            symptom("TRB-RUN-08", "Access denied on the key while reading the secret: kms:Decrypt missing; shows as FunctionExecution failure.", "IAM-SEC-05"),
            symptom("TRB-RUN-09", "Exception in get_secret: key together with SecretBinary, or key on a text that is not a JSON object.", "GS-ARGS-04", "GS-SEM-02"),
            symptom("TRB-RUN-10", "Bad keystore or truststore: base64 of base64, PEM instead of JKS/PKCS12, wrong store password, JVM cacerts too large.", "SEC-BIN-01", "SEC-BIN-02", "KAFKA-TS-08"),
            symptom("TRB-RUN-11", "Invalid topic exception: slashes from topic(), blank topic from an Undefined template.", "KAFKA-TOPIC-04", "TPL-EXPR-06"),
            symptom("TRB-RUN-12", "Nothing happens, no error: WHERE false, wrong filter, rule disabled, Basic Ingest name wrong, acks 0.", "SQL-GRAM-07", "RULE-BI-04", "KAFKA-ACKS-03"),
            symptom("TRB-RUN-13", "The error action stays silent: failure in SQL or an external function, or acks 0.", "ERR-06", "SQL-LIM-04"),
            symptom("TRB-RUN-14", "Result has unexpected shapes: rule created through the API without version uses 2015-10-08.", "SQL-VER-02"),
            symptom("TRB-RUN-15", "Records in one partition only, or out of order: constant or missing key, literal partition.", "KAFKA-KEY-02", "KAFKA-PART-04"),
            symptom("TRB-RUN-16", "Cluster with SCRAM and IAM: other clients (MSK Connect, Lambda with IAM) use 9098 while IoT uses 9096; sharing one bootstrap string breaks one of them.", "KAFKA-BOOT-09"),
            symptom("TRB-RUN-17", "GSSAPI fails at ticket stage: KDC name not resolvable, UDP 88 closed, realm or principal spelling, keytab version.", "KAFKA-KRB-08", "SG-KDC-02"),
        ],
    },
    {
        moment: "Associating a secret with a cluster",
        symptoms: [
            symptom("TRB-SCRAM-01", "InvalidSecretArn: name without the prefix, default key, other account or Region, or the secret is seconds old.", "SEC-NAME-01", "SEC-KMS-01", "SEC-REGION-01", "SEC-ASSOC-09"),
            symptom("TRB-SCRAM-02", "Association looks successful, users cannot log in: the per-secret error list was ignored.", "SEC-ASSOC-08"),
            symptom("TRB-SCRAM-03", "Users vanish after an apply: two resources manage one list.", "SEC-ASSOC-04"),
            symptom("TRB-SCRAM-04", "Refusal because of duplicates in the list.", "SEC-ASSOC-03"),
            symptom("TRB-SCRAM-05", "Re-creating a secret with a fixed name fails because the old one waits for deletion.", "SEC-RECOV-01"),
        ],
    },
];

/** What is known of emulators; it says nothing of a stack. */
const EMULATORS = [
    { id: "TRB-EMU-01", fact: "moto 5.2.5 has topic rules but no topic rule destinations; tests need stubs for Dest.", settled: "not enforced", reason: "It is a fact about other tools, which this package does not use; its sandbox has a stand-in of its own." },
    { id: "TRB-EMU-02", fact: "ministack and fakecloud implement parts of IoT rules and destinations; none was seen to run a Kafka action.", settled: "not enforced", reason: "It is a fact about other tools, which this package does not use; its sandbox says that it is a stand-in." },
    { id: "TRB-EMU-03", fact: "Therefore validate in three layers: policies at preview, a local evaluator for SQL and templates, a local Kafka (SASL_SSL + SCRAM-SHA-512) for the client settings.", settled: "not enforced", reason: "It is a plan for testing, and no property of a stack." },
] as const satisfies readonly LedgerEntry[];

/** Symptoms, and what they come from. */
export const TROUBLESHOOTING_LEDGER: readonly LedgerEntry[] = [...SYMPTOMS.flatMap(({ symptoms }) => symptoms), ...EMULATORS];

function symptom(id: string, fact: string, ...causes: readonly string[]): Symptom {
    const named = causes.map((cause) => (/-\d\d$/.test(cause) ? cause : `the rows ${cause}`));
    const listed = named.length < 2 ? named.join() : `${named.slice(0, -1).join(", ")} and ${named.at(-1)}`;
    return { id, fact, settled: "not enforced", reason: `It is a symptom; what causes it is settled at ${listed}.`, causes };
}
