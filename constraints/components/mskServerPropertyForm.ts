import { show } from "../core/show";
import { SERVER_PROPERTIES, SERVICE_PROPERTIES, type ServerPropertyType } from "../data/serverProperties";
import type { Form } from "./form";
import type { TextCheck } from "./texts";

const VALUES: Readonly<Record<ServerPropertyType, { readonly form: RegExp; readonly name: string }>> = {
    boolean: { form: /^(?:true|false)$/i, name: "true or false" },
    integer: { form: /^-?\d+$/, name: "a whole number" },
    number: { form: /^-?\d+(?:\.\d+)?$/, name: "a number" },
    text: { form: /^(?!\s*$)[^\r\n]+$/, name: "a text of one line" },
};

/** What stands behind the name of a property; one that is not known is a text. */
function valueForm(name: string): Form {
    const wanted = VALUES[Object.hasOwn(SERVER_PROPERTIES, name) ? SERVER_PROPERTIES[name]! : "text"];
    return {
        is: "scalar",
        check: (value) =>
            wanted.form.test(value)
                ? undefined
                : { found: `it is ${show(value)}, not ${wanted.name}`, fix: `Give ${wanted.name}.` },
    };
}

const checkName: TextCheck = (name) => {
    if (!/^[\w.-]+$/.test(name)) return { found: "it is not the name of a property", fix: "Name it as Kafka does." };
    if (!SERVICE_PROPERTIES.includes(name)) return undefined;
    return {
        found: "it belongs to Amazon MSK",
        fix: "Leave it out: the other arguments decide on listeners and logins.",
    };
};

/**
 * The `serverProperties` of an `MskCluster`. The constraints say the same of the lines of a configuration; of an argument
 * it is said where the argument stands.
 */
export const SERVER_PROPERTIES_FORM: Form = { is: "mapOf", checkName, of: valueForm };

/**
 * Server properties that people set on Standard brokers, and that Amazon MSK keeps on Express brokers, from the page
 * "Express brokers read-only configurations".
 */
const KEPT_BY_EXPRESS: ReadonlySet<string> = new Set([
    "default.replication.factor",
    "min.insync.replicas",
    "num.io.threads",
    "num.network.threads",
    "num.replica.fetchers",
    "offsets.topic.replication.factor",
    "transaction.state.log.min.isr",
    "transaction.state.log.replication.factor",
    "unclean.leader.election.enable",
]);

export const EXPRESS_SERVER_PROPERTIES_FORM: Form = {
    is: "mapOf",
    of: valueForm,
    checkName: (name) => {
        if (!KEPT_BY_EXPRESS.has(name)) return checkName(name);
        return {
            found: "it belongs to Amazon MSK on Express brokers",
            fix: "Leave it out: Express brokers keep three copies, two of which must be written.",
        };
    },
};
