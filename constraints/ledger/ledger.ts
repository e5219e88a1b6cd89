import { CLUSTER_LEDGER } from "./cluster";
import { DESTINATION_LEDGER } from "./destination";
import { GENERAL_LEDGER } from "./general";
import { IAM_LEDGER } from "./iam";
import { KAFKA_ACTION_LEDGER } from "./kafkaAction";
import type { LedgerEntry } from "./ledgerEntry";
import { SECRET_LEDGER } from "./secret";
import { SQL_LEDGER } from "./sql";
import { TEMPLATE_LEDGER } from "./template";
import { TOPIC_RULE_LEDGER } from "./topicRule";
import { TROUBLESHOOTING_LEDGER } from "./troubleshooting";

/** A part of the ledger with the heading of its part of the page. */
export interface LedgerSection {
    readonly title: string;
    readonly entries: readonly LedgerEntry[];
}

/** The ledger by subject. */
export const LEDGER_SECTIONS: readonly LedgerSection[] = [
    { title: "Every check", entries: GENERAL_LEDGER },
    { title: "The Kafka action", entries: KAFKA_ACTION_LEDGER },
    { title: "Substitution templates and get_secret", entries: TEMPLATE_LEDGER },
    { title: "AWS IoT SQL", entries: SQL_LEDGER },
    { title: "The VPC destination and its network", entries: DESTINATION_LEDGER },
    { title: "IAM", entries: IAM_LEDGER },
    { title: "Secrets", entries: SECRET_LEDGER },
    { title: "Amazon MSK", entries: CLUSTER_LEDGER },
    { title: "The rule, its error action, quotas, metrics and logs", entries: TOPIC_RULE_LEDGER },
    { title: "Troubleshooting", entries: TROUBLESHOOTING_LEDGER },
];

/** Every requirement that AWS documents for a rule that writes to Kafka, once each. */
export const LEDGER: readonly LedgerEntry[] = LEDGER_SECTIONS.flatMap(({ entries }) => entries);
