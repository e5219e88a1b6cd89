import { ARGUMENT_FORM } from "../../constraints/components/formProblems";
import { KAFKA_ACTION_PARAMETERS } from "../../constraints/core/source";
import type { ExplainedConstraint } from "./explained";

/**
 * What components say of arguments that a compiler would have refused. It is no constraint of the catalogue: it is about
 * this package's own arguments, and no policy can meet it. Who reads its name in an error may still ask for it.
 */
export const EXPLAINED_ARGUMENT_FORM: ExplainedConstraint = {
    id: ARGUMENT_FORM,
    level: "mandatory",
    enabled: true,
    severity: "high",
    requirements: [],
    what: "The arguments of a component have the names and types that its pages list.",
    why: "A component with an argument missing, misspelt or of another type would make something else than was meant.",
    fix: "Compare the arguments with the component's page in docs/components, or let the TypeScript compiler do it.",
    source: KAFKA_ACTION_PARAMETERS,
    options: {},
    examples: {
        valid: [{ title: "all required arguments, each of its type" }],
        invalid: [
            { title: "no authentication", path: "the resource", message: "authentication is missing." },
            { title: "a misspelt argument", path: "compresion", message: "There is no such argument." },
        ],
    },
};
